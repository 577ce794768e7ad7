import { ok, type Result, refuse } from '@foreword/core/result'
import { type Archive, unpacked } from './archive.ts'
import type { DocxRefusal } from './limits.ts'
import { elementsOf, parsed, type Xml } from './xml.ts'

/** A Word file taken apart: its document and what that refers to. */
export interface WordPackage {
  document: Xml
  styles: Xml | null
  numbering: Xml | null
  footnotes: Xml | null
  endnotes: Xml | null
  comments: Xml | null
  commentsExtended: Xml | null
  /** Addresses and parts that the document refers to, by relationship id. */
  targets: Map<string, { target: string; isExternal: boolean }>
  /** The part that our own export keeps in a file. */
  own: Xml | null
  archive: Archive
}

/** What Word would fetch or run on opening, and we do not even look at. */
const fetched = /\/(?:attachedTemplate|oleObject|frame|subDocument|package|externalLinkPath|vbaProject)$/i
const macroTypes = /macroEnabled|vbaProject/i

export function openPackage(bytes: Uint8Array): Result<WordPackage, DocxRefusal> {
  const archive = unpacked(bytes)
  if (!archive.ok) return archive
  const read = (path: string): Result<Xml | null, DocxRefusal> => {
    const found = archive.value.get(path)
    return found ? parsed(found) : ok(null)
  }
  const types = read('[Content_Types].xml')
  if (!types.ok) return types
  if (types.value === null) return refuse('file-not-word')
  const all = elementsOf(types.value)
  if (all.some(({ attrs }) => macroTypes.test(attrs.ContentType ?? ''))) return refuse('file-has-macros')
  const relationships = relationshipsIn(archive.value)
  if (!relationships.ok) return relationships

  const opened: Partial<Record<string, Xml | null>> = {}
  for (const name of [
    'document',
    'styles',
    'numbering',
    'footnotes',
    'endnotes',
    'comments',
    'commentsExtended',
  ]) {
    const part = read(`word/${name}.xml`)
    if (!part.ok) return part
    opened[name] = part.value
  }
  const { document } = opened
  if (document?.name !== 'w:document') return refuse('file-not-word')
  const own = ownPart(archive.value)
  if (!own.ok) return own
  return ok({
    document,
    styles: opened.styles ?? null,
    numbering: opened.numbering ?? null,
    footnotes: opened.footnotes ?? null,
    endnotes: opened.endnotes ?? null,
    comments: opened.comments ?? null,
    commentsExtended: opened.commentsExtended ?? null,
    targets: relationships.value,
    own: own.value,
    archive: archive.value,
  })
}

/** Of the document; every relationship file is looked at for what reaches outside. */
function relationshipsIn(archive: Archive): Result<WordPackage['targets'], DocxRefusal> {
  const targets: WordPackage['targets'] = new Map()
  for (const [path, bytes] of archive) {
    if (!path.endsWith('.rels')) continue
    const file = parsed(bytes)
    if (!file.ok) return file
    for (const { attrs } of elementsOf(file.value)) {
      const isExternal = attrs.TargetMode === 'External'
      const type = attrs.Type ?? ''
      if (/vbaProject$/i.test(type)) return refuse('file-has-macros')
      if (isExternal && fetched.test(type)) return refuse('file-reaches-outside')
      if (path === 'word/_rels/document.xml.rels' && attrs.Id !== undefined)
        targets.set(attrs.Id, { target: attrs.Target ?? '', isExternal })
    }
  }
  return ok(targets)
}

/** Word keeps a part that it does not know, but may give its file another number. */
function ownPart(archive: Archive): Result<Xml | null, DocxRefusal> {
  for (const [path, bytes] of archive) {
    if (!path.startsWith('customXml/') || /props/i.test(path)) continue
    const file = parsed(bytes)
    if (!file.ok && file.refusal !== 'file-not-word') return file
    if (file.ok && file.value.name === 'fw:document') return ok(file.value)
  }
  return ok(null)
}
