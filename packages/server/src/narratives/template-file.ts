import {
  type KindTemplate,
  kindTemplate,
  type NarrativeKind,
  templateId,
} from '@foreword/core/narratives/kind'
import { LARGEST_TEMPLATE_BYTES } from '@foreword/core/narratives/kind-refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import * as z from 'zod'
import { unstorableField } from '../http/storable.ts'
import { fileNamed } from './files.ts'

/** Says what the file is, so that no other JSON is taken for one. */
const FORMAT = 'foreword-template'
/** Raised when an older Foreword could not read the file any more. */
const VERSION = 1

const envelope = z.object({ format: z.literal(FORMAT), version: z.int().min(1) })
const carried = z.object({
  id: templateId.optional().catch(undefined),
  company: z.string().trim().max(80).catch(''),
  template: z.unknown(),
})

/** N8: a template as it travels between companies. Nothing of a document, a person or a setting goes with it. */
export function templateFile({ id, label, purpose, limits, parts }: NarrativeKind, company: string): File {
  const content = {
    format: FORMAT,
    version: VERSION,
    company,
    id,
    template: { label, purpose, limits, parts },
  }
  return fileNamed(label, '.template.json', `${JSON.stringify(content, null, 2)}\n`, 'application/json')
}

export interface TemplateRead {
  /** What it was called where it comes from; it gets an id of its own here when that one is taken. */
  id: string | undefined
  company: string
  template: KindTemplate
}
type TemplateRefusal = 'template-too-large' | 'not-a-template' | 'newer-template' | 'template-not-valid'

export async function readTemplate(file: File): Promise<Result<TemplateRead, TemplateRefusal>> {
  if (file.size > LARGEST_TEMPLATE_BYTES) return refuse('template-too-large')
  const value = parsed(await file.text())
  const outer = envelope.safeParse(value)
  if (!outer.success) return refuse('not-a-template')
  if (outer.data.version > VERSION) return refuse('newer-template')
  const { id, company, template } = carried.parse(value)
  const read = kindTemplate.safeParse(template)
  if (!read.success) {
    const fields = read.error.issues.map(({ path, message }) => ({
      field: path.map(String).join('.'),
      message,
    }))
    return refuse('template-not-valid', { fields })
  }
  const wrong = unstorableField(read.data)
  if (wrong) return refuse('template-not-valid', { fields: [wrong] })
  return ok({ id, company: company.toWellFormed().replaceAll('\0', ''), template: read.data })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
