import * as z from 'zod'
import { line } from '../text.ts'

/** Where a part stands: the press release is one page, the appendix is outside the page count. */
export const partSections = ['press-release', 'faq', 'body', 'appendix'] as const
export type PartSection = (typeof partSections)[number]

/** What an empty part starts with. */
export const partStarts = ['heading', 'paragraph', 'faq-entry'] as const

/** Written into documents as `part`, and into addresses: lower-case words joined by hyphens. */
export const templateId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
  .max(60, 'an id is longer than 60 characters: shorten it')

/** N3: a limit is a finding, it stops nobody. `null` = no limit. */
const pageLimit = (what: string) =>
  z
    .int(`${what} must be a whole number of pages`)
    .min(1, `${what} must be at least one page, or none`)
    .max(50, `${what} must be at most 50 pages, or none`)
    .nullable()

export const partTemplate = z.object({
  id: templateId,
  label: line('The part’s name', 60),
  section: z.enum(partSections),
  required: z.boolean(),
  /** Shown beside the empty part: what to write and how, in one to three sentences. */
  guidance: line('The guidance', 800),
  /** How a reader tells a good one; one sentence that can be answered yes or no. */
  qualityBar: line('The quality bar', 300),
  startsWith: z.enum(partStarts),
  /** A heading that stands in the document itself, above the part. */
  title: line('The title in the document', 120).optional(),
})
export type PartTemplate = z.infer<typeof partTemplate>

/** Without an id of its own: what is edited, previewed, carried in a file. */
export const kindTemplate = z
  .object({
    label: line('The name', 60),
    /** One sentence for a person choosing what to write. */
    purpose: line('The purpose', 300),
    limits: z.object({
      /** Pages without the appendix. */
      corePages: pageLimit('The limit of the document'),
      pressReleasePages: pageLimit('The limit of the press release'),
    }),
    parts: z
      .array(partTemplate)
      .min(1, 'a template needs at least one part')
      .max(40, 'a template has at most 40 parts: take some out'),
  })
  .superRefine(({ parts, limits }, context) => {
    const seen = new Set<string>()
    parts.forEach(({ id }, at) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['parts', at, 'id'],
          message: `two parts are called ${id}: give one another name`,
        })
      seen.add(id)
    })
    const inOrder = parts.findLastIndex(({ section }) => section !== 'appendix')
    const early = parts.findIndex(({ section }) => section === 'appendix')
    if (early !== -1 && early < inOrder)
      context.addIssue({
        code: 'custom',
        path: ['parts', early, 'section'],
        message: 'the appendix is outside the page count, so it stands last: move it to the end',
      })
    const hasRelease = parts.some(({ section }) => section === 'press-release')
    if (limits.pressReleasePages !== null && !hasRelease)
      context.addIssue({
        code: 'custom',
        path: ['limits', 'pressReleasePages'],
        message: 'no part stands in a press release: take the limit out, or place a part there',
      })
  })
export type KindTemplate = z.infer<typeof kindTemplate>
export type KindLimits = KindTemplate['limits']

/** N1: a kind of narrative is data: parts in order, guidance and limits. A workspace may change all of it. */
export type NarrativeKind = KindTemplate & { id: string }

/** A kind as a company has it. */
export const companyKind = z.object({
  id: templateId,
  label: z.string(),
  purpose: z.string(),
  limits: z.object({ corePages: z.int().nullable(), pressReleasePages: z.int().nullable() }),
  parts: z.array(partTemplate),
  /** As it ships, changed here, or made here. */
  origin: z.enum(['default', 'edited', 'added']),
  /** Raised by every change; what is saved names the one it was made from. 0 for a default never changed. */
  version: z.int(),
  /** The kind it is a copy of (N8), or the file it came in. */
  copyOf: z
    .discriminatedUnion('from', [
      z.object({ from: z.literal('kind'), id: z.string(), label: z.string() }),
      z.object({ from: z.literal('file'), label: z.string(), company: z.string() }),
    ])
    .nullable(),
  /** Whether an annotated example of it ships (W11). */
  hasExample: z.boolean(),
})
export type CompanyKind = z.infer<typeof companyKind>

/** The section of a part; a part that the kind does not know belongs to the body. */
export function sectionOf(kind: NarrativeKind, part: string): PartSection {
  return kind.parts.find((template) => template.id === part)?.section ?? 'body'
}

export function findKind<Kind extends { id: string }>(kinds: readonly Kind[], id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id)
}

/** Headings that templates put into a document: they are nobody's words. */
export function titlesOf(kinds: readonly KindTemplate[]): Set<string> {
  return new Set(kinds.flatMap((kind) => kind.parts.flatMap(({ title }) => title ?? [])))
}

/** An id made of a name, with a number behind it where the plain one is taken. */
export function freeId(name: string, taken: readonly string[], fallback: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  const plain = words === '' ? fallback : words
  for (let n = 1; ; n++) {
    const id = n === 1 ? plain : `${plain}-${n}`
    if (!taken.includes(id)) return id
  }
}
