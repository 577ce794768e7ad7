import { act, type Hit, wording } from '../finding.ts'
import { inPart, type Reading } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*'
const forms: [RegExp, (match: RegExpExecArray) => string][] = [
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/, ([, y, m, d]) => `${y}-${m}-${d}`],
  [
    new RegExp(`\\b(${monthName})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    ([, m, d, y]) => `${y}-${month(m)}-${two(d)}`,
  ],
  [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?(${monthName})\\.?,?\\s+((?:19|20)\\d\\d)\\b`,
      'i',
    ),
    ([, d, m, y]) => `${y}-${month(m)}-${two(d)}`,
  ],
  // the last day that it can mean
  [new RegExp(`\\b(${monthName})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'), ([, m, y]) => `${y}-${month(m)}-31`],
  [/\bQ([1-4])[\s/]*((?:19|20)\d\d)\b/i, ([, q, y]) => `${y}-${two(String(Number(q) * 3))}-31`],
  [/\b((?:19|20)\d\d)\b/, ([, y]) => `${y}-12-31`],
]

const two = (digits = '') => digits.padStart(2, '0')
function month(name = ''): string {
  return two(String(months.findIndex((each) => each.startsWith(name.slice(0, 3).toLowerCase())) + 1))
}

export interface FoundDate {
  from: number
  to: number
  /** The day, or the last one that a month or a year can mean. */
  day: string
}

/** The first date in a text; null when there is none. */
export function dateIn(text: string): FoundDate | null {
  for (const [form, dayOf] of forms) {
    const match = form.exec(text)
    if (match) return { from: match.index, to: match.index + match[0].length, day: dayOf(match) }
  }
  return null
}

/** N9: the day in the dateline is the launch, which has not been yet. */
export const dateline: DocumentRule = {
  id: 'dateline-not-future',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'document',
  find(reading): Hit[] {
    const written = inPart(reading, 'dateline').filter(({ text }) => text.trim() !== '')
    const [first] = written
    if (!first) return openingDate(reading)
    for (const { id, text } of written) {
      const date = dateIn(text)
      if (!date) continue
      return date.day > reading.today ? [] : [passed(id, date)]
    }
    return [
      {
        block: first.id,
        from: 0,
        to: first.text.length,
        message: 'The dateline has no date, so nobody can tell how hard we think this is.',
        repair: act('Add the day on which you truly expect to launch.'),
      },
    ]
  },
}

const passed = (block: string, { from, to }: FoundDate): Hit => ({
  block,
  from,
  to,
  message:
    'This day has passed, and a release from the past asks nobody to judge whether the launch can be reached.',
  repair: wording('[the day we truly expect to launch]'),
})

/** Without a dateline the first sentence often has the day: "In August 2031, …". */
function openingDate(reading: Reading): Hit[] {
  const [summary] = inPart(reading, 'summary')
  const [sentence] = sentencesOf(summary?.prose ?? '')
  const date = sentence && dateIn(sentence.prose)
  if (!summary || !date || date.day > reading.today) return []
  const { from } = sentence
  return [passed(summary.id, { ...date, from: from + date.from, to: from + date.to })]
}

/** Whether the summary tells the day by itself. */
export function isDatedBySummary(reading: Reading): boolean {
  const [sentence] = sentencesOf(inPart(reading, 'summary')[0]?.prose ?? '')
  return sentence !== undefined && dateIn(sentence.prose) !== null
}
