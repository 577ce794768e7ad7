import { ok, type Result, refuse } from '@foreword/core/result'
import { assembled } from './assemble.ts'
import { canonical, documentFromUnknown } from './canonical.ts'
import { linesOf } from './docx/blocks-in.ts'
import { commentsOf, type WordComment } from './docx/comments-in.ts'
import { type DocxRefusal, MOST_COMMENTS } from './docx/limits.ts'
import { numberingOf } from './docx/numbering-in.ts'
import { openPackage, type WordPackage } from './docx/package-in.ts'
import { passagesOf } from './docx/passages-in.ts'
import { beginReading } from './docx/reading.ts'
import { blocksOf } from './docx/structure-in.ts'
import { stylesOf } from './docx/styles-in.ts'
import { childNamed, elementsOf, textIn } from './docx/xml.ts'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { MAX_NESTING } from './markdown/limits.ts'
import { isMarked } from './markdown/marked.ts'
import { MARKER } from './markdown/marker.ts'

export type { DocxRefusal, WordComment }

/** What a Word file says. */
export interface WordFile {
  document: DocumentJson
  comments: WordComment[]
  /** Whether its parts are as our own export marked them, and not recognised by what authors write. */
  isMarked: boolean
  /** What our own export wrote down of where the file came from; null for any other file. */
  origin: { document: DocumentJson; narrative: string } | null
}

/**
 * A Word file (docx) as a document. Every word of its text is kept, with headings, lists, tables, quotes, links, code
 * and notes (endnotes as footnotes); headers, footers and a table of contents are the paper's and not the text's. Changes that nobody has
 * decided on are refused, for taking either side would decide on them silently.
 */
export function documentFromDocx(bytes: Uint8Array, newId: NewId): Result<WordFile, DocxRefusal> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  const of = opened.value
  const reading = beginReading(of, stylesOf(of.styles), numberingOf(of.numbering))
  const body = childNamed(of.document, 'w:body')
  if (!body) return refuse('file-not-word')
  const read = blocksOf(linesOf(body, reading))
  // a style alone marks a question, but without parts around it it is told like anybody's
  const blocks = isMarked(read) ? read : read.filter(({ type }) => type !== MARKER)
  if (reading.tracked > 0) return refuse('file-has-tracked-changes', { changes: reading.tracked })
  if (blocks.some((block) => isDeeper(block, MAX_NESTING))) return refuse('file-nested-too-deep')
  const document = assembled(blocks, newId)
  if (!document) return refuse('file-empty')
  const comments = commentsOf(of)
  if (comments.length > MOST_COMMENTS) return refuse('file-too-complex')
  const { plain, passages } = passagesOf(document)
  return ok({
    document: canonical(plain),
    isMarked: isMarked(blocks),
    comments: comments.map((comment) => ({ ...comment, anchor: passages.get(comment.number) ?? null })),
    origin: originOf(of),
  })
}

function isDeeper(node: NodeJson, levels: number): boolean {
  return levels < 0 || (node.content?.some((child) => isDeeper(child, levels - 1)) ?? false)
}

function originOf({ own }: WordPackage): WordFile['origin'] {
  const kept = elementsOf(own ?? undefined).find(({ name }) => name === 'fw:content')
  if (!own || !kept) return null
  try {
    const document = documentFromUnknown(JSON.parse(textIn(kept)))
    return document.ok ? { document: document.value, narrative: own.attrs.narrative ?? '' } : null
  } catch (error) {
    // a stranger may have written into it; then the file is like any other
    if (error instanceof SyntaxError) return null
    throw error
  }
}
