import { ok, type Result, refuse } from '@foreword/core/result'
import { assembled } from './assemble.ts'
import { canonical, documentFromUnknown } from './canonical.ts'
import { linesOf } from './docx/blocks-in.ts'
import { commentsOf, type WordComment } from './docx/comments-in.ts'
import { type DocxRefusal, MOST_COMMENTS } from './docx/limits.ts'
import { numberingOf } from './docx/numbering-in.ts'
import { openPackage, type WordPackage } from './docx/package-in.ts'
import { passagesIn, type Stretches, stretchesOf } from './docx/passages-in.ts'
import { beginReading } from './docx/reading.ts'
import { blocksOf } from './docx/structure-in.ts'
import { stylesOf } from './docx/styles-in.ts'
import { namedParagraphs, type Side, sideOf, type TrackedParagraphs, trackedIn } from './docx/tracked.ts'
import { childNamed, elementsOf, textIn } from './docx/xml.ts'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { MAX_NESTING } from './markdown/limits.ts'
import { isMarked } from './markdown/marked.ts'
import { MARKER } from './markdown/marker.ts'

export type { DocxRefusal, WordComment }

/** The other side of a file with tracked changes, and who tracked what. */
export interface Tracking {
  /** As it would be with everything accepted, and with what was put in and struck again. */
  after: DocumentJson
  stretches: Record<Side, Stretches>
  paragraphs: TrackedParagraphs
}

/** What a Word file says. */
export interface WordFile {
  /** As it was before anything was tracked. */
  document: DocumentJson
  /** Null when nothing is tracked in it. */
  tracked: Tracking | null
  comments: WordComment[]
  /** Whether its parts are as our own export marked them, and not recognised by what authors write. */
  isMarked: boolean
  /** What our own export wrote down of where the file came from; null for any other file. */
  origin: { document: DocumentJson; narrative: string } | null
}

/**
 * A Word file (docx) as a document. Every word of its text is kept, with headings, lists, tables, quotes, links, code
 * and notes (endnotes as footnotes); headers, footers and a table of contents are the paper's and not the text's.
 * Changes that nobody has decided on are kept as such: the document is the text before them, and `proposed` makes
 * suggestions of the rest. What was tracked of single cells of a table cannot be kept, and is refused. `keepPicture`
 * takes the bytes of each picture that is shown, unlooked-at, and gives the address to show it by.
 */
export function documentFromDocx(
  bytes: Uint8Array,
  newId: NewId,
  keepPicture: (bytes: Uint8Array) => string = () => '',
): Result<WordFile, DocxRefusal> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  const of = opened.value
  const texts = [of.document, of.footnotes, of.endnotes].filter((part) => part !== null)
  const counts = texts.map(trackedIn)
  const sum = (what: 'changes' | 'cells') => counts.reduce((all, count) => all + count[what], 0)
  if (sum('cells') > 0) return refuse('file-has-tracked-cells', { changes: sum('cells') })
  const comments = commentsOf(of)
  if (comments.length > MOST_COMMENTS) return refuse('file-too-complex')
  const file = (before: Read, tracked: Tracking | null): WordFile => {
    const passages = passagesIn(before.stretches)
    return {
      document: before.document,
      tracked,
      isMarked: before.isMarked,
      comments: comments.map((comment) => ({ ...comment, anchor: passages.get(comment.number) ?? null })),
      origin: originOf(of),
    }
  }
  if (sum('changes') === 0) {
    const read = readBody(of, { newId, keepPicture })
    return read.ok ? ok(file(read.value, null)) : read
  }
  const paragraphs = namedParagraphs(texts, newId)
  const ids = new Map<string, string>()
  const idFor = (paragraph: string, piece: number): string => {
    const key = `${paragraph} ${piece}`
    const known = ids.get(key) ?? (piece === 0 ? paragraph : newId())
    ids.set(key, known)
    return known
  }
  const needs = { newId, keepPicture, idFor }
  const after = readBody(packageOn(of, 'after'), needs)
  if (!after.ok) return after
  const read = readBody(packageOn(of, 'before'), needs)
  if (!read.ok && read.refusal !== 'file-empty') return read
  const before = read.ok ? read.value : nothingYet(after.value, newId)
  const stretches = { before: before.stretches, after: after.value.stretches }
  return ok(file(before, { after: after.value.document, stretches, paragraphs }))
}

interface Read {
  document: DocumentJson
  stretches: Stretches
  isMarked: boolean
}

interface Needs {
  newId: NewId
  keepPicture: (bytes: Uint8Array) => string
  idFor?: (paragraph: string, piece: number) => string
}

function readBody(of: WordPackage, { newId, keepPicture, idFor }: Needs): Result<Read, DocxRefusal> {
  const reading = beginReading(of, stylesOf(of.styles), numberingOf(of.numbering), keepPicture)
  const body = childNamed(of.document, 'w:body')
  if (!body) return refuse('file-not-word')
  const read = blocksOf(linesOf(body, reading))
  // a style alone marks a question, but without parts around it it is told like anybody's
  const blocks = isMarked(read) ? read : read.filter(({ type }) => type !== MARKER)
  if (blocks.some((block) => isDeeper(block, MAX_NESTING))) return refuse('file-nested-too-deep')
  const document = assembled(blocks, newId)
  if (!document) return refuse('file-empty')
  const { plain, stretches } = stretchesOf(document, idFor)
  return ok({ document: canonical(plain), stretches, isMarked: isMarked(blocks) })
}

function packageOn(of: WordPackage, side: Side): WordPackage {
  return {
    ...of,
    document: sideOf(of.document, side),
    footnotes: of.footnotes && sideOf(of.footnotes, side),
    endnotes: of.endnotes && sideOf(of.endnotes, side),
  }
}

/** Every word of it is proposed: before there were its parts, with nothing in them. */
function nothingYet({ document, isMarked: marked }: Read, newId: NewId): Read {
  const content = document.content.map(
    (part): NodeJson => ({ ...part, content: [{ type: 'paragraph', attrs: { id: newId() } }] }),
  )
  return { document: canonical({ ...document, content }), stretches: new Map(), isMarked: marked }
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
