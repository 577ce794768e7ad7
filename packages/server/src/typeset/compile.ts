import { textBlocks } from '@foreword/document/blocks'
import { withIds } from '@foreword/document/ids'
import type { DocumentJson } from '@foreword/document/json'
import { type PartPlaces, type Section, sectionsOf } from '@foreword/document/sections'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts } from './fonts.ts'
import { missingGlyphs } from './glyphs.ts'
import { linesFromSvg, type TypesetLine } from './lines.ts'
import { NOWHERE, type Picture, probeSource, withFiles } from './pictures.ts'
import { type Bound, boundSource, placesSource, type SourceOptions, typstSource } from './source.ts'

/** Where a block begins. `line` is null when the document has no line at or after it. */
export interface BlockPlace {
  id: string
  page: number
  line: number | null
}

export interface Layout {
  /** Every page, the appendix too. */
  pages: number
  /** N3: without the appendix. */
  corePages: number
  /** 0 when there is no press release. */
  pressReleasePages: number
  /** The last line number. */
  lineCount: number
  /** Every text block in order, the empty ones too. */
  blocks: BlockPlace[]
  /** Where each figure begins. */
  figures: { id: string; page: number }[]
  /** Characters no face of the house can draw; each is set as an empty box. */
  missingGlyphs: string[]
}

export interface TypesetDocument extends Layout {
  lines: TypesetLine[]
  pdf: Uint8Array
}

/** The bytes of assets by their SHA-256. */
export type Files = Readonly<Record<string, Uint8Array>>

export interface Typesetter {
  layout(document: DocumentJson, options: SourceOptions): Layout
  typeset(document: DocumentJson, options: SourceOptions, files?: Files): TypesetDocument
  /** A cover, and after it the pages of other PDFs as they are: their numbers and lines stay. */
  bind(cover: DocumentJson, options: SourceOptions, bound: readonly Bound[]): Uint8Array
  /** Whether a page can show this picture, and how large its own size is, in points; null when it cannot. */
  probe(picture: Picture): { width: number; height: number } | null
  /** Forgets what has not been used for a while. It takes milliseconds: call it when nobody waits for an answer. */
  forget(): void
}

/** A compiler with the faces loaded. About 60 MB; not safe to share between threads. */
export function createTypesetter(): Typesetter {
  const { blobs, drawable } = loadFonts()
  const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: blobs }] })

  function compile(mainFileContent: string): NodeTypstDocument {
    const result = compiler.compile({ mainFileContent })
    if (result.result === null) {
      const diagnostics = result.takeDiagnostics()
      throw new Error(
        `Typst refused its source: ${JSON.stringify(diagnostics && compiler.fetchDiagnostics(diagnostics))}`,
      )
    }
    return result.result
  }

  function placesIn(compiled: NodeTypstDocument): Places {
    const [places]: Places[] = compiler.query(compiled, { selector: '<places>', field: 'value' })
    if (!places) throw new Error('the typeset pages do not say where their blocks are')
    return places
  }

  function layoutOf(document: DocumentJson, places: Places, pages: number, parts?: PartPlaces): Layout {
    const { starts, numbers, figures } = places
    return {
      ...layoutFrom({ document, places: parts, pages, starts, numbers }),
      figures: figures.map(([id, page]) => ({ id, page })),
      missingGlyphs: missingGlyphs(document, drawable),
    }
  }

  return {
    layout(given, options) {
      const document = identified(given)
      const compiled = compile(placesSource(document, options))
      const { numbers, ...places } = placesIn(compiled)
      // the last page is the one they are asked for on
      return layoutOf(
        document,
        { ...places, numbers: numbered(numbers) },
        compiled.numOfPages - 1,
        options.places,
      )
    },
    typeset(given, options, files = {}) {
      const document = identified(given)
      // the lines are read where pictures are empty places: a drawing of them would carry every picture with it
      const compiled = compile(typstSource(document, options))
      const layout = layoutOf(document, placesIn(compiled), compiled.numOfPages, options.places)
      const lines = linesFromSvg(compiler.svg(compiled), textBlocks(document))
      const pdf = withFiles(compiler, files, options.shows ?? {}, (paths) => {
        const printed =
          Object.keys(paths).length === 0 ? compiled : compile(typstSource(document, { ...options, paths }))
        if (printed.numOfPages !== layout.pages)
          throw new Error('pictures took other places than were kept for them')
        return Uint8Array.from(compiler.pdf(printed))
      })
      return { ...layout, lines, pdf }
    },
    bind(given, options, bound) {
      const cover = typstSource(identified(given), options)
      const path = (at: number) => `/bound-${at}.pdf`
      for (const [at, { pdf }] of bound.entries())
        compiler.mapShadow(`${NOWHERE}${path(at)}`, Buffer.from(pdf))
      try {
        return Uint8Array.from(compiler.pdf(compile(cover + boundSource(bound, path))))
      } finally {
        for (const at of bound.keys()) compiler.unmapShadow(`${NOWHERE}${path(at)}`)
      }
    },
    probe({ bytes, mediaType }) {
      const probed = withFiles(
        compiler,
        { probe: bytes },
        { probe: { mediaType, width: 1, height: 1 } },
        ({ probe }) => {
          const tried = compiler.compile({ mainFileContent: probeSource(probe ?? '') })
          if (tried.result === null) return null
          compiler.pdf(tried.result)
          const [size]: [number, number][] = compiler.query(tried.result, {
            selector: '<size>',
            field: 'value',
          })
          return size ? { width: size[0], height: size[1] } : null
        },
      )
      // nothing of it is wanted again
      compiler.evictCache(0)
      return probed
    },
    forget() {
      // what ten compilations did not use; some of Typst's memory grows all the same (0.2 to 0.7 MB an edit), so whoever
      // holds a typesetter makes a new one from time to time
      compiler.evictCache(10)
    },
  }
}

/** A block's mark sits on the baseline, its line's number is measured from its top; the line before is further off. */
const NUMBER_ABOVE_MARK_PT = 7

type Mark<Name> = [name: Name, page: number, y: number]

/** What `source.ts` asks for on the first page. */
interface Places {
  starts: Mark<string>[]
  numbers: Mark<number>[]
  figures: Mark<string>[]
}

/** Lines are numbered down each page, one page after another. */
function numbered(lines: readonly Mark<number>[]): Mark<number>[] {
  return [...lines]
    .sort(([, page, y], [, otherPage, otherY]) => page - otherPage || y - otherY)
    .map(([, page, y], at) => [at + 1, page, y])
}

// a block without an id could not be found again by its mark
function identified(document: DocumentJson): DocumentJson {
  let count = 0
  return withIds(document, () => `unnamed-${++count}`)
}

interface Compiled {
  document: DocumentJson
  places: PartPlaces | undefined
  pages: number
  starts: Mark<string>[]
  numbers: Mark<number>[]
}

function layoutFrom({
  document,
  places,
  pages,
  starts,
  numbers,
}: Compiled): Omit<Layout, 'missingGlyphs' | 'figures'> {
  const sections = sectionsOf(document, places)
  const lines = [...numbers].sort(([a], [b]) => a - b)
  const startOf = new Map(starts.map((start) => [start[0], start]))
  const blocks = textBlocks(document).map(({ id }): BlockPlace => {
    const [, page, y] = startOf.get(id) ?? [id, pages, Number.POSITIVE_INFINITY]
    const at = lines.find(
      (line) => line[1] > page || (line[1] === page && line[2] >= y - NUMBER_ABOVE_MARK_PT),
    )
    return { id, page, line: at?.[0] ?? null }
  })
  return {
    pages,
    corePages: corePagesOf(document, sections, blocks, pages),
    pressReleasePages: pressReleasePagesOf(document, sections, blocks, lines),
    lineCount: lines.at(-1)?.[0] ?? 0,
    blocks,
  }
}

function corePagesOf(
  document: DocumentJson,
  sections: Section[],
  blocks: BlockPlace[],
  pages: number,
): number {
  const appendix = sections.indexOf('appendix')
  if (appendix === -1) return pages
  const first = firstBlockOf(document, appendix)
  // it begins a page of its own, so the core ends on the one before
  return first === 0 ? 0 : Math.max(1, (blocks[first]?.page ?? pages + 1) - 1)
}

function pressReleasePagesOf(
  document: DocumentJson,
  sections: Section[],
  blocks: BlockPlace[],
  lines: Mark<number>[],
): number {
  const start = sections.indexOf('press-release')
  if (start === -1) return 0
  const end = sections.findIndex((section, index) => index > start && section !== 'press-release')
  const first = blocks[firstBlockOf(document, start)]
  const after = end === -1 ? undefined : blocks[firstBlockOf(document, end)]
  const lastLine = after?.line === undefined || after.line === null ? lines.at(-1) : lines[after.line - 2]
  if (first === undefined || lastLine === undefined) return 0
  return Math.max(1, lastLine[1] - first.page + 1)
}

function firstBlockOf(document: DocumentJson, part: number): number {
  return textBlocks({ type: 'doc', content: document.content.slice(0, part) }).length
}
