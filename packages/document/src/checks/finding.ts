/** N9. `must-fix` breaks the form or the promise of the document; `consider` is the author's to judge. */
export type Severity = 'must-fix' | 'consider'

/** What to do about it: one proposal that can be taken as it stands, or one act. */
export type Repair =
  /** Stands in the place of the quote; '' takes the quote out. */
  | { kind: 'wording'; wording: string }
  /** A question that nobody asks yet, to be added to the FAQ it names. */
  | { kind: 'question'; question: string; part: string }
  | { kind: 'act'; act: string }

/** A passage: UTF-16 offsets in a block's text. `from === to` is a place where words are missing. */
export interface Passage {
  block: string
  from: number
  to: number
}

export interface Finding {
  /** The same for the same fault of the same block, also while the words around it change. */
  id: string
  rule: string
  severity: Severity
  /** The part of the kind that it is about. */
  part: string
  at: Passage
  quote: string
  /** What it is about when that is no passage: an abbreviation, a question that is missing. */
  about: string | null
  /** One sentence: what is there, and why that matters. */
  message: string
  repair: Repair
}

/** What a rule says; the rest of a finding follows from where it was said. */
export interface Hit extends Passage {
  message: string
  repair: Repair
  about?: string
  /** Where the part is not that of the block. */
  part?: string
  severity?: Severity
}

export const wording = (words: string): Repair => ({ kind: 'wording', wording: words })
export const act = (words: string): Repair => ({ kind: 'act', act: words })

/** The repair in words, for those who cannot press a button. */
export function repairText(repair: Repair): string {
  switch (repair.kind) {
    case 'wording':
      return repair.wording === '' ? 'Leave it out.' : `Write: ${repair.wording}`
    case 'question':
      return `Ask and answer: ${repair.question}`
    case 'act':
      return repair.act
  }
}
