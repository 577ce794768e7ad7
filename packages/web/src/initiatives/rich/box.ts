import type { ReactNode, RefObject } from 'react'
import type { Beside } from '../writing.tsx'

export interface AreaProps {
  label: string
  help?: ReactNode
  value: string
  onWrite: (text: string) => void
  beside: Beside
  readOnly: boolean
  onBlur: () => void
  maxLength: number
  placeholder?: string
  className?: string
}
/** What the box is, whether it is written in or not. */
export interface BoxProps extends AreaProps {
  labelId: string
  describedBy: string | undefined
  box: string
  /** Whether somebody came before the editor did, and what they typed meanwhile. */
  early: RefObject<{ isIn: boolean; typed: string }>
}
