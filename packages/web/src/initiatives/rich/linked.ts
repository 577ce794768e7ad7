import type { ReactNode } from 'react'
import { createContext } from 'react'
import type { Outputs } from '../../api.ts'

export type LinkedPiece = Outputs['evidence']['list']['pieces'][number]

/** What the long answers know of the idea's evidence, from the noun that has it. */
export interface Evidence {
  /** The pieces that links name, as far as they are there; undefined while they are asked for. */
  pieces: ReadonlyMap<string, LinkedPiece> | undefined
  /** To choose one of the idea's pieces from. */
  choose: (onChoose: (piece: LinkedPiece) => void, onClose: () => void) => ReactNode
  /** What a piece says. */
  show: (piece: LinkedPiece, onClose: () => void) => ReactNode
}

export const LinkedEvidence = createContext<Evidence>({
  pieces: undefined,
  choose: () => null,
  show: () => null,
})
