import type { KindTemplate, PartTemplate } from '@foreword/core/narratives/kind'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { SCHEMA_VERSION } from './schema.ts'

/**
 * The empty draft of a kind: every part in order, each ready to be typed into. `headline` stands in the first part
 * when that begins with a heading.
 */
export function startDocument(kind: KindTemplate, newId: NewId, headline = ''): DocumentJson {
  return {
    type: 'doc',
    attrs: { schemaVersion: SCHEMA_VERSION },
    content: kind.parts.map((part, at) => emptyPart(part, newId, at === 0 ? headline : '')),
  }
}

export function emptyPart(template: PartTemplate, newId: NewId, headline = ''): NodeJson {
  const title = template.title === undefined ? [] : [heading(2, template.title, newId)]
  return {
    type: 'part',
    attrs: { id: newId(), part: template.id },
    content: [...title, firstBlock(template, newId, headline)],
  }
}

function firstBlock(template: PartTemplate, newId: NewId, headline: string): NodeJson {
  switch (template.startsWith) {
    case 'heading':
      return heading(1, headline, newId)
    case 'paragraph':
      return { type: 'paragraph', attrs: { id: newId() } }
    case 'faq-entry':
      return {
        type: 'faqEntry',
        attrs: { id: newId() },
        content: [
          { type: 'faqQuestion', attrs: { id: newId() } },
          { type: 'paragraph', attrs: { id: newId() } },
        ],
      }
  }
}

function heading(level: number, text: string, newId: NewId): NodeJson {
  const content = text === '' ? {} : { content: [{ type: 'text', text }] }
  return { type: 'heading', attrs: { id: newId(), level }, ...content }
}
