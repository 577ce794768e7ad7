import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { png } from '../test/pictures.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
}, 60_000)
afterAll(() => company?.close())

type OfPiece = Omit<Parameters<Colleague['api']['evidence']['addFile']>[0], 'file'>
const file = (bytes: Uint8Array | string, name: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type: 'text/html' })
const add = (of: OfPiece, bytes: Uint8Array | string, name: string) =>
  ines.api.evidence.addFile({ ...of, file: file(bytes, name) })
const opened = (of: OfPiece, id: string, who: Colleague | null = ines) =>
  fetch(`${company.url}/api/initiatives/${of.initiativeId}/evidence/${of.evidenceId}/files/${id}`, {
    headers: who ? { cookie: who.cookie() } : {},
  })
const rows = async () => (await company.pool.query('select id from evidence_file')).rows.length
const filesOf = async ({ initiativeId }: OfPiece) =>
  (await ines.api.evidence.list({ initiativeId })).pieces.flatMap(({ files }) =>
    files.map(({ name }) => name),
  )

async function piece(statement = 'Nine of twelve growers drove out in vain'): Promise<OfPiece> {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'By text', visibility: 'named' })
  const evidenceId = randomUUID()
  await ines.api.evidence.capture({ initiativeId, id: evidenceId, statement })
  return { initiativeId, evidenceId }
}

test('W6: a file is kept with its name, who added it when, and its SHA-256, and comes back byte for byte', async () => {
  const of = await piece()
  const bytes = png(40, 30)
  const kept = await add(of, bytes, 'C:\\photos\\whiteboard.png')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(kept).toEqual({
    ...{ id: kept.id, name: 'whiteboard.png', byteLength: bytes.byteLength, sha256, picture: 'image/png' },
    ...{ addedAt: new Date(company.now()).toISOString(), by: { id: ines.id, name: 'Ines' } },
  })
  // a try whose answer was lost
  expect(await add(of, bytes, 'whiteboard.png')).toEqual(kept)
  const { pieces } = await ines.api.evidence.list({ initiativeId: of.initiativeId })
  expect(pieces[0]?.files).toEqual([kept])
  const answer = await opened(of, kept.id)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes))
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
  expect(answer.headers.get('cache-control')).toContain('private')
})

test('A5: what is no picture is only ever saved, whatever it is called, and nothing of it acts', async () => {
  const of = await piece()
  const name = 'Größe “5”\u202Egnp.html'
  const kept = await add(of, '<script>alert(1)</script>', name)
  expect(kept).toMatchObject({ name: 'Größe “5”gnp.html', picture: null })
  const answer = await opened(of, kept.id)
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Größe “5”gnp.html')}`,
  )
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  // a picture by its name alone is none
  expect(await add(of, '<svg onload="alert(1)"/>', 'a.png')).toMatchObject({ picture: null })
  expect(await refusal(add(of, '', 'nothing.csv'))).toBe('file-is-empty')
  expect(await refusal(add(of, new Uint8Array(20 * 1024 * 1024 + 1), 'long.wav'))).toBe('file-too-large')
  const other = { ...of, evidenceId: randomUUID() }
  expect(await refusal(add(other, 'a,b', 'a.csv'))).toBe('evidence-is-gone')
  for (let at = 2; at < 10; at++) await add(of, `${at}`, `${at}.csv`)
  expect(await refusal(add(of, 'a,b', 'eleven.csv'))).toBe('too-many-files')
})

test('A2: a file is for those who may read its idea, at its own piece', async () => {
  const of = await piece()
  const kept = await add(of, 'a,b', 'log.csv')
  const stranger = await company.join('Stranger')
  expect([
    (await opened(of, kept.id, stranger)).status,
    (await opened(of, kept.id, null)).status,
    (await opened(await piece(), kept.id)).status,
  ]).toEqual([404, 401, 404])
  const drop = { ...of, fileId: kept.id, dropped: true }
  expect(await refusal(stranger.api.evidence.dropFile(drop))).toBe('not-found')
  const own = await stranger.api.initiatives.create({ name: 'Their own' })
  expect(await refusal(stranger.api.evidence.dropFile({ ...drop, initiativeId: own.id }))).toBe(undefined)
  expect((await opened(of, kept.id)).status).toBe(200)
})

test('W6: a file taken off, or whose piece is removed, comes back with an undo, and is erased a day later', async () => {
  const of = await piece()
  const before = await rows()
  const kept = await add(of, 'a,b', 'log.csv')
  await add(of, 'c,d', 'other.csv')
  const drop = (dropped: boolean) => ines.api.evidence.dropFile({ ...of, fileId: kept.id, dropped })
  await drop(true)
  expect([await filesOf(of), (await opened(of, kept.id)).status]).toEqual([['other.csv'], 404])
  await drop(false)
  expect(await filesOf(of)).toEqual(['log.csv', 'other.csv'])
  const remove = () => ines.api.evidence.remove({ initiativeId: of.initiativeId, id: of.evidenceId })
  await remove()
  expect([await filesOf(of), (await opened(of, kept.id)).status]).toEqual([[], 404])
  await ines.api.evidence.capture({ initiativeId: of.initiativeId, id: of.evidenceId, statement: 'Nine' })
  expect(await filesOf(of)).toEqual(['log.csv', 'other.csv'])

  await drop(true)
  await company.wait(23 * 60 * 60_000)
  await company.restart()
  expect(await rows()).toBe(before + 2)
  await remove()
  await company.wait(2 * 60 * 60_000)
  await company.restart()
  await vi.waitFor(async () => expect(await rows()).toBe(before + 1))
  await company.wait(25 * 60 * 60_000)
  await company.restart()
  await vi.waitFor(async () => expect(await rows()).toBe(before))
})

test('W7: what was recorded of an interview is erased with the last day of its notes, and nothing is added after it', async () => {
  const of = await piece()
  const { initiativeId, evidenceId } = of
  const studyId = randomUUID()
  const plan = { question: 'Who harvests?', target: 3, windowDays: 42, prospectsCount: false, script: '' }
  const today = new Date(company.now()).toISOString().slice(0, 10)
  await ines.api.evidence.setStudy({ initiativeId, studyId, startsOn: today, ...plan })
  await ines.api.evidence.takeInterviews({
    initiativeId,
    studyId,
    evidenceIds: [evidenceId],
    standing: 'customer',
  })
  const before = await rows()
  await add(of, 'RIFF', 'call.wav')
  await company.wait(367 * 24 * 60 * 60_000)
  expect(await refusal(add(of, 'RIFF 2', 'call-2.wav'))).toBe('recordings-are-over')
  await company.restart()
  await vi.waitFor(async () => expect(await rows()).toBe(before))
  expect((await ines.api.evidence.list({ initiativeId })).pieces).toHaveLength(1)
})
