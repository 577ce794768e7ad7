import { assetOf } from '@foreword/document/links'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { onePixel, png, promisingPng } from '../test/pictures.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let narrativeId: Awaited<ReturnType<Colleague['api']['narratives']['get']>>['id']
let initiativeId: Awaited<ReturnType<Colleague['api']['initiatives']['create']>>['id']

beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  ;({ id: initiativeId } = await ines.api.initiatives.create({ name: 'Tidewatch', visibility: 'named' }))
  ;({ id: narrativeId } = await ines.api.narratives.start({ initiativeId }))
})
afterAll(() => company.close())

const file = (bytes: Uint8Array | string, name = 'a.png') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type: 'image/png' })

const upload = (bytes: Uint8Array | string, name?: string) =>
  ines.api.narratives.uploadAsset({ narrativeId, file: file(bytes, name) })

const fetched = (sha256: string, who: Colleague | null = ines, of: string = narrativeId) =>
  fetch(`${company.url}/api/narratives/${of}/assets/${sha256}`, {
    headers: who ? { cookie: who.cookie() } : {},
  })

describe('a picture is what its bytes say', () => {
  test.each([
    ['png', png(640, 480), { mediaType: 'image/png', width: 640, height: 480 }],
    ['jpeg', Buffer.from(onePixel.jpeg, 'base64'), { mediaType: 'image/jpeg', width: 1, height: 1 }],
    ['gif', Buffer.from(onePixel.gif, 'base64'), { mediaType: 'image/gif', width: 1, height: 1 }],
    ['webp', Buffer.from(onePixel.webp, 'base64'), { mediaType: 'image/webp', width: 1, height: 1 }],
  ])('%s is kept, whatever its name says, and comes back byte for byte', async (_, bytes, expected) => {
    const kept = await upload(bytes, 'letter.exe')
    expect(kept).toMatchObject(expected)
    const answer = await fetched(kept.sha256)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes))
    expect(answer.headers.get('content-type')).toBe(expected.mediaType)
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['HTML called a picture', '<html><script>alert(1)</script></html>', 'not-a-picture'],
    ['nothing', '', 'not-a-picture'],
    ['a PDF', '%PDF-1.7 …', 'not-a-picture'],
    ['a PNG cut off after its first words', png(80, 80).slice(0, 60), 'broken-picture'],
    ['a PNG that lies about its size', promisingPng(4000, 4000), 'broken-picture'],
    ['a PNG that would unpack into ten gigapixels', promisingPng(100_000, 100_000), 'too-many-pixels'],
    ['a PNG of 36 megapixels', promisingPng(6000, 6000), 'too-many-pixels'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'picture-too-large'],
    ['a JSON that is no scene', '{"type":"other"}', 'not-a-picture'],
    [
      'an SVG with a document type',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>',
      'not-a-picture',
    ],
    ['an SVG that does not end', '<svg viewBox="0 0 1 1"><g>', 'not-a-picture'],
  ])('A5: %s is refused by name, and nothing is kept', async (_, bytes, expected) => {
    const before = await ines.api.narratives.assets({ narrativeId })
    expect(await refusal(upload(bytes))).toBe(expected)
    expect(await ines.api.narratives.assets({ narrativeId })).toEqual(before)
  })
})

test('A5: an SVG is kept without all that acts, loads or hides', async () => {
  const hostile =
    '<?xml version="1.0"?><svg viewBox="0 0 40 20" onload="alert(1)" style="x:y"><script>alert(2)</script>' +
    '<style>@import "https://evil.example/a.css"</style><foreignObject><iframe src="https://evil.example"/></foreignObject>' +
    '<a href="javascript:alert(3)"><text>gone</text></a><image href="https://evil.example/a.png" width="4"/>' +
    '<rect fill="url(https://evil.example)" width="40" height="20" onclick="x()"/><use href="#b"/>' +
    '<g id="b"><text x="2" fill="#333">Tide &amp; gauge</text></g></svg>'
  const kept = await upload(hostile)
  expect(kept).toMatchObject({ mediaType: 'image/svg+xml', width: 40, height: 20 })
  expect(await (await fetched(kept.sha256)).text()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" width="40" height="20">' +
      '<image width="4"/><rect width="40" height="20"/><use href="#b"/>' +
      '<g id="b"><text x="2" fill="#333">Tide &amp; gauge</text></g></svg>',
  )
})

test('a scene is kept as it is, and the same bytes are kept once', async () => {
  const scene = JSON.stringify({ type: 'excalidraw', elements: [] })
  const first = await upload(scene)
  expect(await upload(scene)).toEqual(first)
  expect(await (await fetched(first.sha256)).json()).toEqual({ type: 'excalidraw', elements: [] })
})

test('A2: a picture is for those who may read its document; knowing its name gives nobody a right', async () => {
  const kept = await upload(png(9, 9))
  const stranger = await company.join('Stranger')
  expect([(await fetched(kept.sha256, stranger)).status, (await fetched(kept.sha256, null)).status]).toEqual([
    404, 401,
  ])
  const idea = await stranger.api.initiatives.create({ name: 'Their own' })
  const own = await stranger.api.narratives.start({ initiativeId: idea.id })
  expect(await stranger.api.narratives.adoptAssets({ narrativeId: own.id, assets: [kept.sha256] })).toEqual(
    [],
  )
  expect((await fetched(kept.sha256, stranger, own.id)).status).toBe(404)

  const { id } = await ines.api.narratives.start({ initiativeId })
  expect((await fetched(kept.sha256, ines, id)).status).toBe(404)
  expect(await ines.api.narratives.adoptAssets({ narrativeId: id, assets: [kept.sha256] })).toEqual([kept])
  expect((await fetched(kept.sha256, ines, id)).status).toBe(200)
})

test('N3: a picture takes its room in the pages of the draft, and its box when it is not there', async () => {
  const tall = await upload(png(400, 1200))
  const markdown = (src: string) =>
    `# Head\n\nOne line.\n\n${`![A tall gauge](${src})\n\n`.repeat(3)}Last line.\n`
  const brought = await ines.api.narratives.importInto({
    initiativeId,
    file: new File([markdown(assetOf(tall.sha256))], 'a.md'),
  })
  const layout = await ines.api.narratives.layout({ narrativeId: brought.id })
  expect([layout.pages, layout.lines]).toEqual([3, 3])
  const lost = await ines.api.narratives.importInto({
    initiativeId,
    file: new File([markdown(assetOf('0'.repeat(64)))], 'a.md'),
  })
  expect((await ines.api.narratives.layout({ narrativeId: lost.id })).pages).toBe(1)
})
