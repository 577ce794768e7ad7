import type { TextBlock } from './blocks.ts'
import type { Figure } from './figures.ts'

/** A stretch of words in a changed block. Kept and added runs joined are the new text, kept and removed the old. */
export interface Run {
  kind: 'kept' | 'added' | 'removed'
  text: string
}

/** A text block, or a figure; the text of a figure is its source, its caption and what it says to who cannot see it. */
export interface Compared extends Omit<TextBlock, 'type'> {
  type: TextBlock['type'] | Figure['type']
}
