import type { Outputs } from '../../api.ts'

export type Preview = Outputs['transfer']['previewWord']

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

const words = ({ wordsAdded, wordsRemoved }: { wordsAdded: number; wordsRemoved: number }) =>
  `${count(wordsAdded, 'word')} added and ${wordsRemoved.toLocaleString('en')} struck`

/** What the dialog says, in sentences. */
export const say = {
  summary(preview: Preview): string {
    const { changes, comments, suggestions } = preview
    if (changes.length + comments.length + suggestions.length === 0)
      return 'The file says what the draft says already.'
    const places =
      changes.length === 0
        ? 'No word changes'
        : `${count(changes.length, 'place')} would change, ${words(preview)}`
    const said = comments.length === 0 ? '' : `; ${count(comments.length, 'comment')} would come in`
    const tracked =
      suggestions.length === 0
        ? ''
        : `; ${count(suggestions.length, 'tracked change')} would come in as ${suggestions.length === 1 ? 'a suggestion' : 'suggestions'}`
    return `${places}${tracked}${said}.`
  },
  /** What is worth knowing before it is brought in; each a sentence. */
  remarks({ origin, commentsKnown, notMatched, clashes }: Preview): string[] {
    return [
      ...(origin === 'another-document'
        ? [
            'This file was exported from another document. Everything in which it differs is shown as a change.',
          ]
        : []),
      ...(origin === 'unknown'
        ? [
            'The file no longer says what it was a copy of, so it is compared with the draft as it is now: words written here since it was exported show as struck.',
          ]
        : []),
      ...(notMatched > 0
        ? [
            `${count(notMatched, 'passage')} of the file ${notMatched === 1 ? 'matches' : 'match'} none of the draft’s and ${notMatched === 1 ? 'comes' : 'come'} in as new.`,
          ]
        : []),
      ...(clashes.length > 0
        ? [
            `${count(clashes.length, 'passage was', 'passages were')} changed here and in Word. The draft keeps its own words, and those of the file are proposed beside them.`,
          ]
        : []),
      ...(commentsKnown > 0
        ? [
            `${count(commentsKnown, 'comment')} in the file ${commentsKnown === 1 ? 'is' : 'are'} here already.`,
          ]
        : []),
    ]
  },
  nothing({ changes, comments, clashes, suggestions }: Preview): string | undefined {
    return changes.length + comments.length + clashes.length + suggestions.length === 0
      ? 'There is nothing in the file that is not here already.'
      : undefined
  },
  brought({ comments, suggestions, ...counts }: Outputs['transfer']['bringBack']): string {
    const said = comments === 0 ? '' : ` ${count(comments, 'comment')} came with it.`
    const open =
      suggestions === 0
        ? ''
        : ` ${count(suggestions, 'suggestion')} stand${suggestions === 1 ? 's' : ''} open.`
    return `${words(counts)}, as one change.${open}${said}`
  },
  takenBack: (counts: Outputs['transfer']['takeBack']) =>
    `The draft says what it said before, with what was written since: ${words(counts)}.`,
}
