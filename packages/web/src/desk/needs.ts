import type { ReactNode } from 'react'

/** What a noun puts on the desk. Its rows are `Row`s; without any the section is not shown. */
export interface DeskPart {
  id: string
  title: string
  note?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  /** Drawn before the sections, lifted like a sheet: the one meeting that is about to begin. */
  now?: ReactNode
  rows: readonly ReactNode[]
  /** How many of what need the person today, for the sentence under the greeting. */
  needs?: { count: number; one: string; many: string }
  isPending: boolean
  error?: unknown
  retry?: () => void
}

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** “One meeting, two questions and a decision need you today.” */
export function needsSentence(parts: readonly Pick<DeskPart, 'needs'>[]): string {
  const needs = parts.flatMap(({ needs }) => (needs && needs.count > 0 ? [needs] : []))
  if (needs.length === 0) return 'Nothing waits for you today.'
  const phrases = needs.map(({ count, one, many }) => `${small[count] ?? count} ${count === 1 ? one : many}`)
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(phrases)
  const single = needs.length === 1 && needs[0]?.count === 1
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${single ? 'needs' : 'need'} you today.`
}

/** By the clock on the person's own wall. */
export function greeting(now: Date): string {
  const hour = now.getHours()
  if (hour < 5) return 'Good night'
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}
