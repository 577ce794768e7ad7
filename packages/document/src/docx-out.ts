import { strToU8, type Zippable, zipSync } from 'fflate'
import { textBlocks } from './blocks.ts'
import { partOut } from './docx/blocks-out.ts'
import { type CommentOut, commentsExtendedFile, commentsFile, passagesFor } from './docx/comments-out.ts'
import { beginMedia, type Pictures } from './docx/pictures-out.ts'
import { numberingFile, stylesFile } from './docx/styles-out.ts'
import { beginWriting } from './docx/writing.ts'
import { escaped, namespaces, tag, xmlFile } from './docx/xml-out.ts'
import type { DocumentJson } from './json.ts'

export type { CommentOut }

export interface DocxOptions {
  title: string
  paper: 'letter' | 'a4'
  /** When it was written, for the file's own properties: ISO 8601. */
  at: string
  comments?: readonly CommentOut[]
  /** The bytes of what it shows; what is not among them goes as its words. */
  pictures?: Pictures
  /**
   * What the file is a copy of. It is kept in the file, so that the file can come back as a change of the same draft:
   * only what differs from `document` was changed in Word.
   */
  origin?: { narrative: string; document: DocumentJson }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Twentieths of a point: the sheet, with an inch around. */
const sheets = { letter: [12240, 15840], a4: [11906, 16838] } as const
const INCH = 1440

/** The document as a Word file (docx). Known losses: a quote or a table inside a list item stands outside of it. */
export function documentToDocx(document: DocumentJson, options: DocxOptions): Uint8Array<ArrayBuffer> {
  const comments = options.comments ?? []
  const [first] = textBlocks(document).filter(({ text }) => text.length > 0)
  const writing = beginWriting(
    passagesFor(comments, first ? { block: first.id, length: first.text.length } : null),
    beginMedia(options.paper, options.pictures ?? new Map()),
  )
  const parts = document.content
    .map((part) => partOut(part, writing))
    .join('')
    // Word makes one of two tables that touch
    .replaceAll('</w:tbl><w:tbl>', '</w:tbl><w:p/><w:tbl>')
  const [width, height] = sheets[options.paper]
  const section = tag(
    'w:sectPr',
    {},
    tag('w:pgSz', { 'w:w': width, 'w:h': height }),
    tag('w:pgMar', {
      'w:top': INCH,
      'w:right': INCH,
      'w:bottom': INCH,
      'w:left': INCH,
      'w:header': 720,
      'w:footer': 720,
      'w:gutter': 0,
    }),
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(comments.length > 0, options.origin !== undefined),
    '_rels/.rels': relationships([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml', false],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
        false,
      ],
    ]),
    'docProps/core.xml': coreProperties(options),
    'word/document.xml': xmlFile(tag('w:document', namespaces, tag('w:body', {}, parts, section))),
    'word/styles.xml': stylesFile(),
    'word/numbering.xml': numberingFile(writing.lists),
    'word/footnotes.xml': footnotesFile(writing.notes),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', `${OFFICE}/styles`, 'styles.xml', false],
      ['rId2', `${OFFICE}/numbering`, 'numbering.xml', false],
      ['rId6', `${OFFICE}/footnotes`, 'footnotes.xml', false],
      ...(comments.length > 0 ? commentRelationships : []),
      ...(options.origin
        ? [['rId5', `${OFFICE}/customXml`, '../customXml/item1.xml', false] satisfies Relationship]
        : []),
      ...[...writing.media.parts].map(([path, { id }]): Relationship => [id, `${OFFICE}/image`, path, false]),
      ...[...writing.links].map(([href, id]): Relationship => [id, `${OFFICE}/hyperlink`, href, true]),
    ]),
  }
  if (comments.length > 0) {
    files['word/comments.xml'] = commentsFile(comments)
    files['word/commentsExtended.xml'] = commentsExtendedFile(comments)
  }
  if (options.origin) Object.assign(files, originFiles(options.origin))
  const entries: Zippable = {}
  // a fixed time: the same document gives the same bytes
  for (const [path, text] of Object.entries(files))
    entries[path] = [strToU8(text), { mtime: '2000-01-01T00:00:00' }]
  // pictures are packed already
  for (const [path, { bytes }] of writing.media.parts)
    entries[`word/${path}`] = [bytes, { mtime: '2000-01-01T00:00:00', level: path.endsWith('.svg') ? 6 : 0 }]
  return zipSync(entries)
}

/** Two notes without number come first: the lines that Word draws above the others. */
function footnotesFile(notes: readonly string[]): string {
  const rules = ['separator', 'continuationSeparator'].map((type, at) =>
    tag('w:footnote', { 'w:type': type, 'w:id': at - 1 }, tag('w:p', {}, tag('w:r', {}, tag(`w:${type}`)))),
  )
  const written = notes.map((note, at) => tag('w:footnote', { 'w:id': at + 1 }, note))
  return xmlFile(tag('w:footnotes', namespaces, ...rules, ...written))
}

type Relationship = [id: string, type: string, target: string, isExternal: boolean]

const commentRelationships: Relationship[] = [
  ['rId3', `${OFFICE}/comments`, 'comments.xml', false],
  [
    'rId4',
    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
    'commentsExtended.xml',
    false,
  ],
]

function relationships(rows: Relationship[]): string {
  const written = rows.map(([Id, Type, Target, isExternal]) =>
    tag('Relationship', { Id, Type, Target, TargetMode: isExternal ? 'External' : null }),
  )
  return xmlFile(
    tag(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      ...written,
    ),
  )
}

function contentTypes(hasComments: boolean, hasOrigin: boolean): string {
  const override = (PartName: string, ContentType: string) => tag('Override', { PartName, ContentType })
  return xmlFile(
    tag(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      tag('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...['png', 'jpeg', 'gif'].map((Extension) =>
        tag('Default', { Extension, ContentType: `image/${Extension}` }),
      ),
      tag('Default', { Extension: 'svg', ContentType: 'image/svg+xml' }),
      override('/word/document.xml', `${WORD}.document.main+xml`),
      override('/word/styles.xml', `${WORD}.styles+xml`),
      override('/word/numbering.xml', `${WORD}.numbering+xml`),
      override('/word/footnotes.xml', `${WORD}.footnotes+xml`),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      hasComments ? override('/word/comments.xml', `${WORD}.comments+xml`) : '',
      hasComments ? override('/word/commentsExtended.xml', `${WORD}.commentsExtended+xml`) : '',
      hasOrigin
        ? override(
            '/customXml/itemProps1.xml',
            'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
          )
        : '',
    ),
  )
}

function coreProperties({ title, at }: DocxOptions): string {
  const when = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:${name}>`
  return xmlFile(
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      `<dc:title>${escaped(title)}</dc:title>`,
      when('created'),
      when('modified'),
    ),
  )
}

/** Word carries a part of custom XML along without looking at it. */
function originFiles({ narrative, document }: NonNullable<DocxOptions['origin']>): Record<string, string> {
  const content = `<content>${escaped(JSON.stringify(document))}</content>`
  return {
    'customXml/item1.xml': xmlFile(tag('document', { xmlns: 'urn:foreword:word', narrative }, content)),
    'customXml/itemProps1.xml': xmlFile(
      tag(
        'ds:datastoreItem',
        {
          'ds:itemID': '{6F0E3A52-5B0C-4C39-9C53-0B7A2E2F4D11}',
          'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
        },
        tag('ds:schemaRefs', {}, tag('ds:schemaRef', { 'ds:uri': 'urn:foreword:word' })),
      ),
    ),
    'customXml/_rels/item1.xml.rels': relationships([
      ['rId1', `${OFFICE}/customXmlProps`, 'itemProps1.xml', false],
    ]),
  }
}
