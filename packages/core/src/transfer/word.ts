import * as z from 'zod'

/** A stretch of words in a changed block, as a comparison has it. */
const run = z.object({ kind: z.enum(['kept', 'added', 'removed']), text: z.string() })

/** One block that will differ, in reading order. */
export const wordChange = z.object({
  kind: z.enum(['changed', 'added', 'removed', 'set-otherwise']),
  part: z.string(),
  runs: z.array(run),
})
export type WordChange = z.infer<typeof wordChange>

/** A comment that was found in the file, and what becomes of it. */
export const wordComment = z.object({
  author: z.string(),
  text: z.string(),
  /** The words it stands on in the file; null when it stands on none that are in the document. */
  quote: z.string().nullable(),
  becomes: z.enum(['comment', 'reply', 'answer-to-a-question']),
})
export type WordCommentFound = z.infer<typeof wordComment>

/** Both sides changed the same words: the draft keeps its own, and those of the file become a suggestion beside them. */
export const wordClash = z.object({ draft: z.string(), word: z.string() })

/** A change that was tracked in Word: words struck and put in, in the order of the text. */
export const wordSuggestion = z.object({ author: z.string(), runs: z.array(run) })

/** What bringing a Word file back would do. Nothing is done yet. */
export const wordPreview = z.object({
  /** Names the draft that this was compared with; sent back with the act, so that nothing else is applied. */
  draft: z.string(),
  /** Where the file says it came from: this draft, another one, or nothing that it says. */
  origin: z.enum(['this-draft', 'another-document', 'unknown']),
  changes: z.array(wordChange),
  wordsAdded: z.int(),
  wordsRemoved: z.int(),
  clashes: z.array(wordClash),
  /** Tracked changes that nobody has decided on come in as suggestions, each to be accepted or rejected here. */
  suggestions: z.array(wordSuggestion),
  comments: z.array(wordComment),
  /** Comments of ours that are as they went out. */
  commentsKnown: z.int(),
  /** Passages of the file that stand in no block of the draft and come in as new ones. */
  notMatched: z.int(),
})
export type WordPreview = z.infer<typeof wordPreview>
