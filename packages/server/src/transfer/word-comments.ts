import type { InitiativeId, NarrativeId } from '@foreword/core/ids'
import type { DraftSelection } from '@foreword/core/reviews/anchor'
import { anchorAt, locate } from '@foreword/document/anchors'
import { textBlocks } from '@foreword/document/blocks'
import { paragraphIdOf } from '@foreword/document/docx/names'
import type { WordComment } from '@foreword/document/docx-in'
import type { DocumentJson } from '@foreword/document/json'
import * as decisions from '../decisions/store.ts'
import type { Call } from '../http/call.ts'
import * as reviews from '../reviews/store.ts'
import { wordKey } from '../reviews/word-key.ts'
import { questionsOnRecord } from './beside.ts'
import type { Returned } from './returned.ts'

/** What a comment in the file is to us. */
export type FoundComment = {
  comment: WordComment
  quote: string | null
  selection: DraftSelection | null
} & (
  | { becomes: 'comment' }
  /** To a comment of ours, or to one that comes with it. */
  | { becomes: 'reply'; to: { known: string } | { number: string } }
  /** The first that is said to a question of ours; what else is said to it replies to that. */
  | { becomes: 'answer-to-a-question'; question: { id: string; text: string } }
)

export interface FoundComments {
  found: FoundComment[]
  /** Comments of ours that came back as they went out, or that an earlier file brought. */
  known: number
  /** Words that stand beside the draft as suggestions already. */
  proposed: Set<string>
}

type Ours =
  | { is: 'comment'; root: string }
  /** `thread`: what was said to it before, in Word. */
  | { is: 'question'; text: string; thread: { known: string } | { number: string } | null }
  | { is: 'decision' }

/** Which comments of a file are new, which are ours, and what each new one belongs to. */
export async function foundComments(
  file: readonly WordComment[],
  back: Returned,
  of: { narrativeId: NarrativeId; initiativeId: InitiativeId },
  call: Call,
): Promise<FoundComments> {
  const stored = await reviews.allOf(call.tx, call.person, of.narrativeId)
  const ours = new Map<string, Ours>()
  const byKey = new Map<string, string>()
  for (const { id, parentId, text, by, fromWord } of stored) {
    ours.set(id, { is: 'comment', root: parentId ?? id })
    if (fromWord) byKey.set(fromWord.key, id)
    byKey.set(`${by.name}\n${text}`, id)
  }
  const said = new Map(
    stored.flatMap(({ id, parentId, fromWord }) =>
      parentId === null && fromWord?.questionId ? [[fromWord.questionId, { known: id }]] : [],
    ),
  )
  for (const { question } of await questionsOnRecord(of.initiativeId, call))
    ours.set(question.id, { is: 'question', text: question.text, thread: said.get(question.id) ?? null })
  for (const { decision } of await decisions.list(call.tx, call.person, {
    initiativeId: of.initiativeId,
    limit: 100,
  }))
    ours.set(decision.id, { is: 'decision' })
  const byParagraph = new Map([...ours.keys()].map((id) => [paragraphIdOf(id), id]))

  /** By the mark we put into it, by the number Word tells it by, or by who said what. */
  const knownAs = (comment: WordComment): string | undefined =>
    [
      comment.own,
      byParagraph.get(comment.paragraphId ?? ''),
      byKey.get(wordKey(comment)),
      byKey.get(`${comment.author}\n${comment.text}`),
    ].find((id) => id != null && ours.has(id)) ?? undefined

  const numbers = new Map(file.map((comment) => [comment.number, comment]))
  const proposed = new Set(
    stored.flatMap(({ kind }) => (kind.name === 'suggestion' ? [kind.replacement] : [])),
  )
  const result: FoundComments = { found: [], known: 0, proposed }
  for (const comment of file) {
    if (knownAs(comment)) result.known += 1
    else if (comment.text.trim() !== '')
      result.found.push({ ...belonging(comment), ...passageOf(comment, back), comment })
  }
  return result

  function belonging(comment: WordComment) {
    const parent = numbers.get(comment.parent ?? '')
    if (!parent) return { becomes: 'comment' } as const
    const id = knownAs(parent)
    const own = id === undefined ? undefined : ours.get(id)
    if (own?.is === 'comment') return { becomes: 'reply', to: { known: own.root } } as const
    if (id !== undefined && own?.is === 'question') {
      if (own.thread) return { becomes: 'reply', to: own.thread } as const
      ours.set(id, { ...own, thread: { number: comment.number } })
      return { becomes: 'answer-to-a-question', question: { id, text: own.text } } as const
    }
    return own
      ? ({ becomes: 'comment' } as const)
      : ({ becomes: 'reply', to: { number: parent.number } } as const)
  }
}

/** Where its words stand in the file, and where they will stand in the draft. */
function passageOf(comment: WordComment, back: Returned): Pick<FoundComment, 'quote' | 'selection'> {
  const anchor = back.passages ? back.passages.get(comment.number) : comment.anchor
  if (!anchor) return { quote: null, selection: null }
  const block = back.ids.get(anchor.block) ?? anchor.block
  const inFile = anchorAt(back.theirs, block, anchor.from, Math.min(anchor.to, anchor.from + 4000))
  if (!inFile) return { quote: null, selection: null }
  const { quote, prefix: before, suffix: after } = inFile
  const located = locate(inFile, back.document)
  const at = located.state === 'attached' ? located : { block, from: inFile.from, to: inFile.to }
  const selection = {
    blockId: at.block,
    from: at.from,
    to: at.to,
    quote,
    before,
    after,
    start: null,
    end: null,
  }
  return { quote, selection }
}

/** The whole text of a block as a passage. */
export function wholeBlock(document: DocumentJson, id: string): DraftSelection | null {
  const quote = textBlocks(document)
    .find((block) => block.id === id)
    ?.text.slice(0, 4000)
  if (!quote?.trim()) return null
  return { blockId: id, from: 0, to: quote.length, quote, before: '', after: '', start: null, end: null }
}
