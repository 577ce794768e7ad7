import type { CheckSettings } from '@foreword/core/people/check-settings'
import type { Hit, Severity } from './finding.ts'
import type { ReadBlock, Reading } from './reading.ts'

interface About {
  id: string
  severity: Severity
  /** Knows English words, so it has nothing to say of a text in another language. */
  isOfWords: boolean
}

/** Reads one block at a time, and nothing else: its hits are kept with the block. */
export interface BlockRule extends About {
  reads: 'block'
  find(block: ReadBlock, settings: CheckSettings): Hit[]
}

/** Reads the document as a whole. */
export interface DocumentRule extends About {
  reads: 'document'
  find(reading: Reading): Hit[]
}

export type Rule = BlockRule | DocumentRule
