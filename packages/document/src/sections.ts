import { textBlocks } from './blocks.ts'
import { type DocumentJson, type NodeJson, partOf } from './json.ts'

/**
 * How a narrative falls into pages: what stands before the press release, the press release, the rest of the
 * core, and the appendix, which is outside the page count (N3).
 */
export type Section = 'preface' | 'press-release' | 'core' | 'appendix'

const pressReleaseParts = new Set([
  'headline',
  'subheading',
  'dateline',
  'summary',
  'problem',
  'solution',
  'leader-quote',
  'how-it-works',
  'customer-quote',
  'getting-started',
])

/** The section of each part, in order. Only appendix parts that close the document are outside the count. */
export function sectionsOf(document: DocumentJson): Section[] {
  const parts = document.content
  const lastCore = parts.findLastIndex((part) => partOf(part) !== 'appendix')
  const first = parts.findIndex((part) => pressReleaseParts.has(partOf(part)))
  let end = first
  let start = first
  while (start > 0 && isOnlyHeadings(parts[start - 1])) start--
  while (end >= 0 && end < parts.length && staysInPressRelease(parts[end])) end++
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
function staysInPressRelease(part: NodeJson | undefined): boolean {
  if (part === undefined) return false
  if (pressReleaseParts.has(partOf(part))) return true
  return partOf(part) === 'other' && part.content?.[0]?.type !== 'heading'
}

/**
 * Indexes of the parts that begin on a new page. A press release stands alone on its page as soon as it is more
 * than a title; the appendix always begins one.
 */
export function newPageParts(document: DocumentJson): Set<number> {
  const sections = sectionsOf(document)
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
