import type { KindTemplate, PartSection } from '@foreword/core/narratives/kind'
import { prFaq } from '@foreword/core/narratives/kinds/pr-faq'
import { textBlocks } from './blocks.ts'
import { type DocumentJson, type NodeJson, partOf } from './json.ts'

/**
 * How a narrative falls into pages: what stands before the press release, the press release, the rest of the
 * core, and the appendix, which is outside the page count (N3).
 */
export type Section = 'preface' | 'press-release' | 'core' | 'appendix'

/** Where a kind has its parts, by their ids. Plain data: it goes to the typesetter with the document. */
export type PartPlaces = Readonly<Record<string, PartSection>>

export function placesOf(kind: Pick<KindTemplate, 'parts'>): PartPlaces {
  const own = Object.fromEntries(kind.parts.map(({ id, section }) => [id, section]))
  // a part taken out of the template stays in the documents that have it, where it stood
  return hasRelease(own) ? { ...usualPlaces, ...own } : { appendix: 'appendix', ...own }
}

const hasRelease = (places: PartPlaces) => Object.values(places).includes('press-release')
const usualPlaces: PartPlaces = Object.fromEntries(prFaq.parts.map(({ id, section }) => [id, section]))

/** The section of each part, in order. Only appendix parts that close the document are outside the count. */
export function sectionsOf(document: DocumentJson, places: PartPlaces = usualPlaces): Section[] {
  const parts = document.content
  const placeOf = (part: NodeJson | undefined) => part && places[partOf(part)]
  const lastCore = parts.findLastIndex((part) => placeOf(part) !== 'appendix')
  const first = parts.findIndex((part) => placeOf(part) === 'press-release')
  let end = first
  let start = first
  while (start > 0 && isOnlyHeadings(parts[start - 1])) start--
  while (end >= 0 && end < parts.length && staysInPressRelease(parts[end], placeOf(parts[end]))) end++
  return parts.map((_, index) => {
    if (index > lastCore) return 'appendix'
    if (start === -1 || index >= end) return 'core'
    return index < start ? 'preface' : 'press-release'
  })
}

// the heading "Press Release" above the headline
function isOnlyHeadings(part: NodeJson | undefined): boolean {
  return (
    partOf(part ?? { type: 'part' }) === 'other' &&
    (part?.content ?? []).every(({ type }) => type === 'heading')
  )
}

// boilerplate ("About …") belongs to the page it closes; a new heading opens something else
function staysInPressRelease(part: NodeJson | undefined, place: PartSection | undefined): boolean {
  if (part === undefined) return false
  if (place === 'press-release') return true
  return partOf(part) === 'other' && part.content?.[0]?.type !== 'heading'
}

/**
 * Indexes of the parts that begin on a new page. A press release stands alone on its page as soon as it is more
 * than a title; the appendix always begins one.
 */
export function newPageParts(document: DocumentJson, places?: PartPlaces): Set<number> {
  const sections = sectionsOf(document, places)
  const breaks = new Set<number>()
  for (let index = 1; index < sections.length; index++) {
    const before = sections[index - 1]
    const here = sections[index]
    if (here === before || before === undefined) continue
    if (here === 'appendix' || hasProse(document, sections, before)) breaks.add(index)
  }
  return breaks
}

function hasProse(document: DocumentJson, sections: Section[], section: Section): boolean {
  const parts = document.content.filter((_, index) => sections[index] === section)
  return textBlocks({ type: 'doc', content: parts }).some(
    (block) => block.type !== 'heading' && block.part !== 'headline' && block.text.trim() !== '',
  )
}
