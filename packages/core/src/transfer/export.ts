import * as z from 'zod'

/** N10: the forms a document leaves in. */
export const exportFormats = ['pdf', 'docx', 'markdown', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** D2: a record is to be kept or quoted from, not to be worked on. */
export const recordFormats = ['pdf', 'markdown'] as const

/** What people call them. */
export const formatLabels: Record<ExportFormat, string> = {
  pdf: 'PDF',
  docx: 'Word',
  markdown: 'Markdown',
  html: 'HTML',
}

const beside = z.enum(['without', 'with']).default('without')

/** What goes into the file beside the document. Sealed questions and private notes never do (R5, R7). */
export const exportWishes = z.object({
  format: z.enum(exportFormats),
  /** Open comments with their replies, and questions on record that nobody has answered yet. */
  comments: beside,
  /** The last decision of the idea. */
  decision: beside,
})
export type ExportWishes = z.infer<typeof exportWishes>
