import type { ReactNode } from 'react'
import type { Passage } from './outline.ts'

/** A note and the words it is about; null stands at the head of the sheet. */
export interface BesideNote {
  id: string
  at: Pick<Passage, 'blockId' | 'from' | 'to'> | null
  content: ReactNode
}
