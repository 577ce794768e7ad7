import { countWords } from '../../words.ts'
import { act, type Hit } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'
import { isDatedBySummary } from './dateline.ts'

/** What a reader may find elsewhere when the part itself is not there: then its absence is only worth a thought. */
const mayStandIn: Record<string, string[]> = {
  subheading: ['summary'],
  'how-it-works': ['solution', 'getting-started'],
  'leader-quote': ['customer-quote'],
  'external-faq': ['internal-faq'],
}

/** N9: a required part of the kind has no words. */
export const partMissing: DocumentRule = {
  id: 'part-missing',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'document',
  find(reading) {
    const written = writtenParts(reading)
    const { parts } = reading.kind
    const lastWritten = parts.findLastIndex(({ id }) => written.has(id))
    return parts.flatMap((template, index): Hit[] => {
      if (!template.required || written.has(template.id)) return []
      if (reading.isBeingWritten && index > lastWritten) return []
      const isToldElsewhere =
        template.id === 'dateline'
          ? isDatedBySummary(reading)
          : (mayStandIn[template.id]?.some((id) => written.has(id)) ?? false)
      return [
        {
          ...placeOf(reading, template.id),
          part: template.id,
          about: template.id,
          message: `“${template.label}” is not written, and its reader will ask: ${template.qualityBar}`,
          repair: act(`Write it. ${firstSentence(template.guidance)}`),
          ...(isToldElsewhere ? { severity: 'consider' as const } : {}),
        },
      ]
    })
  },
}

/** The guidance begins with what to write. */
const firstSentence = (text: string) => /^.*?[.?!](?=\s|$)/su.exec(text)?.[0] ?? text

/** Ids of the parts that say something; a heading that the template brought says nothing. */
function writtenParts({ blocks, kind, entries }: Reading): Set<string> {
  const titles = new Map(kind.parts.map(({ id, title }) => [id, title]))
  const written = new Set(
    entries.flatMap(({ part, question }) => (countWords(question.text) > 0 ? [part] : [])),
  )
  for (const { part, text, type } of blocks) {
    const isTitle = type === 'heading' && (text.trim() === titles.get(part) || part.endsWith('-faq'))
    if (countWords(text) > 0 && !isTitle) written.add(part)
  }
  return written
}

/** The empty part itself, else behind the last part before it in the kind's order, else at the very beginning. */
function placeOf({ blocks, kind }: Reading, part: string) {
  const order = kind.parts.map(({ id }) => id)
  for (const id of order.slice(0, order.indexOf(part) + 1).reverse()) {
    const found = blocks.findLast((block) => block.part === id)
    if (found) return { block: found.id, from: found.text.length, to: found.text.length }
  }
  return { block: blocks[0]?.id ?? '', from: 0, to: 0 }
}
