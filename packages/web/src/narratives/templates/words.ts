import type { Kind, Part } from '../sheet/kind.ts'

export const sectionWords = {
  'press-release': 'Press release',
  faq: 'FAQ',
  body: 'Body',
  appendix: 'Appendix, outside the page count',
} satisfies Record<Part['section'], string>

export const startWords = {
  heading: 'A heading',
  paragraph: 'A paragraph',
  'faq-entry': 'A question and its answer',
} satisfies Record<Part['startsWith'], string>

/** “6 pages at most, 13 parts · changed here” */
export function kindFacts({ limits, parts, origin, copyOf }: Kind): string {
  const pages =
    limits.corePages === null
      ? 'as long as it needs'
      : `${limits.corePages} ${limits.corePages === 1 ? 'page' : 'pages'} at most`
  const made = { default: 'as it ships', edited: 'changed here', added: 'made here' }[origin]
  return [pages, `${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`, lineage(copyOf) ?? made].join(
    ' · ',
  )
}

function lineage(copyOf: Kind['copyOf']): string | undefined {
  if (copyOf === null) return undefined
  if (copyOf.from === 'kind') return `a copy of ${copyOf.label}`
  return copyOf.company === '' ? 'brought from a file' : `brought from ${copyOf.company}`
}
