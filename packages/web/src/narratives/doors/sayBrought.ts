import type { Outputs } from '../../api.ts'

type Brought = Outputs['narratives']['bring']['brought']

/** “3 changes that were tracked in Word stand open as suggestions.” Null when there are none. */
export function sayTracked(suggestions: number): string | null {
  if (suggestions === 0) return null
  return suggestions === 1
    ? 'One change that was tracked in Word stands open as a suggestion.'
    : `${number(suggestions)} changes that were tracked in Word stand open as suggestions.`
}

const MOST_NAMED = 4

/** “All 412 words came in: 371 stand in 9 parts, from Headline to Internal FAQ, and 41 under headings of their own.” */
export function sayBrought(brought: Brought, labelOf: (part: string) => string): string {
  const known = brought.filter(({ part }) => part !== 'other')
  const inParts = sum(known)
  const beside = sum(brought) - inParts
  const all = `All ${number(sum(brought))} words came in`
  if (known.length === 0) return `${all} and stand under headings of their own.`
  const places = `in ${listed(known.map(({ part }) => labelOf(part)))}`
  if (beside === 0) return `${all} and stand ${places}.`
  return `${all}: ${number(inParts)} stand ${places}, and ${number(beside)} under headings of their own.`
}

function listed(labels: string[]): string {
  if (labels.length > MOST_NAMED)
    return `${labels.length} parts, from ${labels[0]} to ${labels[labels.length - 1]}`
  return new Intl.ListFormat('en').format(labels)
}

const sum = (parts: Brought) => parts.reduce((total, { words }) => total + words, 0)
const number = (count: number) => count.toLocaleString('en')
