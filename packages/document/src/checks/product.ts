import { titleOf } from '../blocks.ts'
import { inPart, type Reading } from './reading.ts'

const name =
  "(?:\\p{Lu}[\\p{L}\\p{N}’'&+-]*(?:[ ](?:(?:of|for|and|the)[ ])?(?:\\p{Lu}|\\d)[\\p{L}\\p{N}’'&+-]*)*|[\\p{Ll}\\p{N}]+(?:-[\\p{Ll}\\p{N}]+)+)"
const announced = new RegExp(
  `\\b(?:[Aa]nnounc|[Ll]aunch|[Ii]ntroduc|[Rr]eleas|[Uu]nveil|[Oo]pen|[Dd]ebut|[Pp]resent)(?:es|ed|s|ing)?[ ](?:the launch of[ ])?(?:(?:its|their|the|a|an|our|new|first|version|catalog|of)[ ]){0,5}(${name})`,
  'gu',
)
/** Words that a sentence or a title begins with, and no product is called. */
const noName = /^(?:Today|Now|The|This|Its?|Their|New|Free|In|At|On|Early|All|Every)$/

/**
 * What the headline and the summary call the product, the longest name first. Names that are no more than the
 * company's are left out: a problem may say whose customers have it.
 */
export function productNames(reading: Reading): string[] {
  const headline = titleOf(reading.document)
  const texts = [headline, ...inPart(reading, 'subheading'), ...inPart(reading, 'summary')].map((text) =>
    typeof text === 'string' ? text : text.text,
  )
  const names = new Set<string>()
  for (const text of texts)
    for (const [, found = ''] of text.matchAll(announced)) {
      const trimmed = found.replace(/[’']s$/, '')
      const isOwn = headline.startsWith(trimmed)
      if (trimmed.length >= 4 && !noName.test(trimmed) && !isOwn) names.add(trimmed)
    }
  return [...names].sort((a, b) => b.length - a.length)
}
