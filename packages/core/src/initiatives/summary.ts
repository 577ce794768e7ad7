import type { Answers } from './answers.ts'
import { plainWords } from './rich.ts'

const MOST = 140

/** The customer in one line: who, and the moment if it is known. Empty while nobody said who. */
export function customerLine({ customer }: Answers): string {
  const who = oneLine(plainWords(customer.who))
  if (!who) return ''
  const moment = [customer.place, customer.time].map(oneLine).filter(Boolean).map(withinSentence).join(', ')
  return shorten(moment ? `${who}, ${moment}` : who)
}

/** The primary benefit in one line; empty while it is not chosen. */
export function benefitLine({ benefit }: Answers): string {
  return shorten(oneLine(benefit.primary))
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$/, '')
}

/** A leading “At” or “On” loses its capital inside the line; a name keeps it. */
function withinSentence(text: string): string {
  return text.replace(/^(At|On|In|During|While|When|Every|Each|Before|After|By|From|The|A)\b/, (word) =>
    word.toLowerCase(),
  )
}

function shorten(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(0, MOST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST - 30))}…`
}
