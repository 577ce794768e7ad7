import { figures } from '@foreword/document/figures'
import { documentFromHtml } from '@foreword/document/html-in'
import type { DocumentJson } from '@foreword/document/json'
import { assetOf } from '@foreword/document/links'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import { sha256Of } from '../narratives/assets-store.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { png, promisingPng } from '../test/pictures.ts'
import { WordCopy } from './word.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
})
afterAll(() => company?.close())

const dataUrl = (bytes: Uint8Array | string, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
const page = (...pictures: string[]) =>
  new File(
    [`<h1>Harbour opens</h1><p>Boats wait.</p>${pictures.join('\n')}<p>The berth is free.</p>`],
    'a.html',
  )
const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${inner}<rect width="9" height="9"/></svg>`

const photo = png(640, 480)
const illustrated = () =>
  ines.api.narratives.bring({
    file: page(
      `<img alt="The berth" title="Seen from the north" data-width="50" src="${dataUrl(photo)}">`,
      `<img alt="The plan" src="${dataUrl(svg('<script>alert(1)</script>'), 'image/svg+xml')}">`,
    ),
  })
type Narrative = Awaited<ReturnType<typeof illustrated>>['narrativeId']

/** What its next edition shows. */
async function shownIn(narrativeId: Narrative) {
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const { document } = await ines.api.narratives.edition({ editionId: edition.id })
  // the contract says only that it is a document
  return figures(document as unknown as DocumentJson).map(({ type, shown, alt, caption, width }) => ({
    type,
    shown,
    alt,
    caption,
    width,
  }))
}
const hashes = async (narrativeId: Narrative) =>
  (await ines.api.narratives.assets({ narrativeId })).map(({ sha256 }) => sha256).sort()
const docxOf = async (narrativeId: Narrative) =>
  ines.api.transfer.exportDraft({ narrativeId, format: 'docx' })

test('N10, A5: pictures written out in a page come in as assets, cleaned and checked as uploaded ones are', async () => {
  const { narrativeId } = await illustrated()
  const [first, second] = await shownIn(narrativeId)
  expect(first).toEqual({
    type: 'image',
    shown: assetOf(sha256Of(photo)),
    alt: 'The berth',
    caption: 'Seen from the north',
    width: 50,
  })
  const plan = await ines.api.narratives.asset({ narrativeId, sha256: second?.shown?.slice(6) ?? '' })
  expect(await plan.text()).not.toContain('script')
  expect(await hashes(narrativeId)).toHaveLength(2)
})

test('N10: pictures go out with their words and size, and come back as the same assets', async () => {
  const { narrativeId } = await illustrated()
  const file = await docxOf(narrativeId)
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const media = Object.keys(parts).filter((path) => path.startsWith('word/media/'))
  // the photograph, the drawing, and the empty frame for programs that know no drawings
  expect(media.map((path) => path.split('.').at(-1)).sort()).toEqual(['png', 'png', 'svg'])
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain('descr="The berth" title="Seen from the north"')
  // half of 6.5 inches, and three quarters as high
  expect(xml).toContain('<wp:extent cx="2971800" cy="2228850"/>')

  const same = new File([await file.arrayBuffer()], 'back.docx')
  const preview = await ines.api.transfer.previewWord({ narrativeId, file: same })
  expect(preview).toMatchObject({ changes: [], notMatched: 0 })
  expect(await refusal(ines.api.transfer.bringBack({ narrativeId, file: same, draft: preview.draft }))).toBe(
    'nothing-to-bring',
  )

  const before = await hashes(narrativeId)
  const fresh = await ines.api.narratives.bring({ file: same })
  expect(await hashes(fresh.narrativeId)).toEqual(before)
  expect((await shownIn(fresh.narrativeId)).map(({ shown, alt }) => [shown, alt])).toEqual(
    (await shownIn(narrativeId)).map(({ shown, alt }) => [shown, alt]),
  )
})

test('N10: a page of HTML holds its pictures, and is the same document when it is brought again', async () => {
  const { narrativeId } = await illustrated()
  const file = await ines.api.transfer.exportDraft({ narrativeId, format: 'html' })
  const html = await file.text()
  expect(html).toContain(dataUrl(photo))
  expect(documentFromHtml(html, newId).ok).toBe(true)
  const fresh = await ines.api.narratives.bring({ file: new File([html], 'again.html') })
  expect(await shownIn(fresh.narrativeId)).toEqual(await shownIn(narrativeId))
})

test('N10: a picture put in its place in Word is another asset, and the words around it stay', async () => {
  const { narrativeId } = await illustrated()
  const other = png(320, 200)
  const copy = await WordCopy.of(await docxOf(narrativeId))
  const path = `word/media/${sha256Of(photo).slice(0, 32)}.png`
  const file = copy.bytes(path, other).file()
  const preview = await ines.api.transfer.previewWord({ narrativeId, file })
  await ines.api.transfer.bringBack({ narrativeId, file, draft: preview.draft })
  expect((await shownIn(narrativeId))[0]).toMatchObject({ shown: assetOf(sha256Of(other)), alt: 'The berth' })
})

test.each([
  ['one that would unpack into ten gigapixels', 'too-many-pixels', [promisingPng(100_000, 100_000)]],
  ['one that is cut off', 'broken-picture', [png(80, 80).slice(0, 60)]],
  ['a hundred and one of them', 'too-many-pictures', Array.from({ length: 101 }, (_, at) => png(at + 1, 1))],
])(
  'A5: a file with a hostile picture is refused by name, in HTML and in Word: %s',
  async (_, name, pictures) => {
    const html = page(...pictures.map((bytes) => `<img src="${dataUrl(bytes)}">`))
    expect(await refusal(ines.api.narratives.bring({ file: html }))).toBe(name)
    expect(await refusal(ines.api.narratives.bring({ file: wordWith(pictures) }))).toBe(name)
  },
)

test('A5: what is linked to is not fetched, and what no browser shows is left out with its words in its place', async () => {
  const metafile = new Uint8Array([0xd7, 0xcd, 0xc6, 0x9a, 0, 0])
  const { narrativeId } = await ines.api.narratives.bring({ file: wordWith([metafile]) })
  expect(await hashes(narrativeId)).toEqual([])
  expect(await shownIn(narrativeId)).toMatchObject([
    { shown: null, alt: 'A picture' },
    { shown: null, alt: 'A picture' },
  ])
})

/** As Word writes pictures, with one more that it only links to. */
function wordWith(pictures: Uint8Array[]): File {
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const drawing = (attribute: string, id: string) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="P" descr="A picture"/><a:graphic><a:graphicData><a:blip r:${attribute}="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const relationship = (id: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${R}/image" Target="${target}"${mode}/>`
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body><w:p><w:r><w:t>Harbour opens</w:t></w:r></w:p>${pictures.map((_, at) => drawing('embed', `p${at}`)).join('')}${drawing('link', 'far')}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pictures.map((_, at) => relationship(`p${at}`, `media/${at}.png`)).join('')}${relationship('far', 'https://evil.example/a.png', ' TargetMode="External"')}</Relationships>`,
    ),
  }
  for (const [at, bytes] of pictures.entries()) files[`word/media/${at}.png`] = bytes
  return new File([zipSync(files)], 'a.docx')
}
