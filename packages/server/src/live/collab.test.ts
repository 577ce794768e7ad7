import { request } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { join, makeDraft, openHouse, person, SCHEMA, wordsOnDisk } from './collab.fixture.ts'
import { NoSuchDraft } from './collab.ts'
import { DraftLogGivenUp } from './draft-log.ts'
import { readAuthors, readStoredDraft } from './draft-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

/** What the server answers a page of that origin. */
function upgradeStatus(port: number, origin: string): Promise<number | undefined> {
  const key = Buffer.alloc(16).toString('base64')
  const headers = {
    origin,
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path: '/collab', headers })
    asking.on('response', (answer) => resolve(answer.statusCode))
    asking.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve(answer.statusCode)
    })
    asking.on('error', reject)
    asking.end()
  })
}

const hide = () => database.pool.query('alter table document_update rename to hidden')
const bringBack = () => database.pool.query('alter table hidden rename to document_update')

test('A1: an edit is acknowledged only after its commit; a refusing database loses nothing', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()

  await hide()
  ada.type('Every ')
  ada.type('word')
  // the others see it at once; its author is not told that it is saved, however long the database refuses
  await expect.poll(ben.words).toBe('Every word')
  await expect.poll(() => house.warnings.length).toBeGreaterThan(3)
  expect(ada.provider.unsyncedChanges).toBe(2)
  expect(house.collab.state()).toMatchObject({ pendingUpdates: 2, failingSince: expect.any(Date) })

  await bringBack()
  await ada.settled()
  expect(await wordsOnDisk(house.collab, id)).toBe('Every word')
  expect(house.collab.state()).toMatchObject({ pendingUpdates: 0, pendingBytes: 0, failingSince: null })
})

test('A1: a stop while the database refuses ends, and tells whoever waits that their edit is not kept', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  await join(house.port, id, 'ada').settled()
  await hide()
  onTestFinished(async () => void (await bringBack()))
  const waiting = house.collab.editDraft(id, (doc) => doc.getText('words').insert(0, 'Every word'))
  const lost = expect(waiting).rejects.toThrow(DraftLogGivenUp)
  await expect.poll(() => house.collab.state().pendingUpdates).toBe(1)
  expect(await house.collab.close(50)).toBe(false)
  await lost
  // also who asks after it
  await expect(house.collab.readDraft(id)).rejects.toThrow(DraftLogGivenUp)
})

test('A1: a commit that takes long holds the acknowledgement and nothing else', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()
  const slow = await database.pool.connect()
  await slow.query('begin; lock table document_update in exclusive mode')
  ada.type('slowly')
  await expect.poll(ben.words).toBe('slowly')
  expect(ada.provider.unsyncedChanges).toBe(1)
  await slow.query('commit')
  slow.release()
  await ada.settled()
})

test('A1: someone who reconnects while the database refuses is told nothing is saved until it is', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  await join(house.port, id, 'ben').settled()
  await hide()
  ada.type('held')
  await expect.poll(() => house.warnings.length).toBeGreaterThan(0)
  ada.websocket.webSocket?.close()
  await expect.poll(() => ada.events).toContain('closed: 1005')
  await expect.poll(() => ada.provider.isAuthenticated).toBe(true)
  // the server already has the words in memory, so it takes the reconnection for up to date
  await expect.poll(() => ada.provider.isSynced).toBe(true)
  expect(ada.provider.unsyncedChanges).toBe(1)
  await bringBack()
  await ada.settled()
  expect(await wordsOnDisk(house.collab, id)).toBe('held')
})

test('A1: a restart of the server loses no word, typed before, meanwhile or after', async () => {
  const first = await openHouse(database)
  const id = await makeDraft(database, 'Once. ')
  const ada = await join(first.port, id, 'ada').settled()
  ada.type('Before. ')
  expect(await first.close()).toBe(true)
  ada.type('Meanwhile. ')
  const second = await openHouse(database, { port: first.port })
  await expect.poll(() => ada.provider.isSynced, { timeout: 8_000 }).toBe(true)
  ada.type('After.')
  await ada.settled()
  expect(await wordsOnDisk(second.collab, id)).toBe('Once. Before. Meanwhile. After.')
})

test('F4: a socket that may not edit gets the words and gives none; what it sent is not kept', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database, 'Read me.')
  const cleo = await join(house.port, id, 'cleo').settled()
  expect([cleo.words(), cleo.provider.authorizedScope]).toEqual(['Read me.', 'readonly'])
  cleo.type(' Scrawl.')
  const ada = await join(house.port, id, 'ada').settled()
  ada.type(' Ada.')
  await ada.settled()
  expect(ada.words()).toBe('Read me. Ada.')
  expect(await wordsOnDisk(house.collab, id)).toBe('Read me. Ada.')
  expect(cleo.provider.unsyncedChanges).toBe(1)
})

test('A2: strangers, unknown documents and foreign origins are refused', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const stranger = join(house.port, id, 'mallory')
  const lost = join(house.port, '00000000-0000-7000-8000-000000000000', 'ada')
  const odd = join(house.port, '../etc', 'ada')
  await expect
    .poll(() => [stranger, lost, odd].map((someone) => someone.events[0]))
    .toEqual(['refused: not-signed-in', 'refused: not-found', 'refused: not-found'])
  expect(await upgradeStatus(house.port, 'http://evil.example')).toBe(403)
  expect(await upgradeStatus(house.port, 'http://ours.example')).toBe(101)
})

test('A3: losing the right to edit bites on an open socket within a second', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()
  house.rights.set('ada', 'read')
  const from = performance.now()
  await house.collab.permissionChanged({ personId: person('ada').personId })
  ada.type('too late')
  await expect.poll(() => ada.events).toContain('closed: 4205')
  expect(performance.now() - from).toBeLessThan(1_000)
  await expect.poll(() => ada.provider.authorizedScope).toBe('readonly')
  await expect.poll(() => ada.provider.isSynced).toBe(true)
  ben.type('ben')
  await ben.settled()
  expect([ben.words(), await wordsOnDisk(house.collab, id)]).toEqual(['ben', 'ben'])
  // nobody else was disturbed
  expect(ben.events).toEqual([])
})

test('A3: losing all access ends an open socket within a second', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  house.rights.set('ada', 'none')
  await house.collab.permissionChanged({ documentId: id })
  await expect.poll(() => ada.events, { timeout: 1_000 }).toEqual(['closed: 4403', 'refused: not-found'])
})

test('a page with another schema than the server gets no content and is told so', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database, 'secret shape')
  const old = join(house.port, id, 'ada', SCHEMA - 1)
  const young = join(house.port, id, 'ada', SCHEMA + 1)
  await expect
    .poll(() => [old.events, young.events])
    .toEqual([['refused: schema-behind'], ['refused: server-behind']])
  expect(old.words()).toBe('')
  const newer = await makeDraft(database, 'newer', SCHEMA + 1)
  const ada = join(house.port, newer, 'ada')
  await expect.poll(() => ada.events).toEqual(['refused: server-behind'])
})

test('a draft of an older schema opens, and from then on only pages and servers that know the newer one may write', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database, 'old words', SCHEMA - 1)
  const ada = await join(house.port, id, 'ada').settled()
  expect(ada.words()).toBe('old words')
  expect((await readStoredDraft(database.pool, id))?.schemaVersion).toBe(SCHEMA)
  const late = join(house.port, id, 'ben', SCHEMA - 1)
  await expect.poll(() => late.events).toEqual(['refused: schema-behind'])
  await house.close()
  const older = await openHouse(database, { schemaVersion: SCHEMA - 1 })
  const cleo = join(older.port, id, 'cleo', SCHEMA - 1)
  await expect.poll(() => cleo.events).toEqual(['refused: server-behind'])
  expect([late.words(), cleo.words()]).toEqual(['', ''])
})

test('an edit by the server reaches everyone and is on disk when it returns; one that throws did nothing', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database, 'Q. ')
  const ada = await join(house.port, id, 'ada').settled()
  const length = await house.collab.editDraft(
    id,
    (doc) => {
      doc.getText('words').insert(3, 'A.')
      return doc.getText('words').length
    },
    person('ben').personId,
  )
  expect([length, await wordsOnDisk(house.collab, id)]).toEqual([5, 'Q. A.'])
  await expect.poll(ada.words).toBe('Q. A.')
  const failing = house.collab.editDraft(id, (doc) => {
    doc.getText('words').insert(0, 'half ')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect([ada.words(), await wordsOnDisk(house.collab, id)]).toEqual(['Q. A.', 'Q. A.'])
  await expect(
    house.collab.editDraft('00000000-0000-7000-8000-000000000000', () => {}),
  ).rejects.toBeInstanceOf(NoSuchDraft)
  ada.type(' B.')
  await ada.settled()
  expect(await readAuthors(database.pool, id)).toEqual([person('ada').personId, person('ben').personId])
})

test('compaction bounds the log, and keeps every word and author', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  for (let n = 0; n < 120; n++) ada.type(`${n} `)
  await ada.settled()
  const all = ada.words()
  ada.leave()
  await expect
    .poll(
      async () =>
        (await database.pool.query('select 1 from document_snapshot where document_id = $1', [id])).rowCount,
      { timeout: 8_000 },
    )
    .toBe(1)
  expect(
    (await database.pool.query('select 1 from document_update where document_id = $1', [id])).rowCount,
  ).toBe(0)
  expect(await wordsOnDisk(house.collab, id)).toBe(all)
  expect(await readAuthors(database.pool, id)).toEqual([person('ada').personId])
  const ben = await join(house.port, id, 'ben').settled()
  ben.type('and on')
  await ben.settled()
  expect(await wordsOnDisk(house.collab, id)).toBe(`${all}and on`)
})

test('a document deleted under its writer stops nobody else', async () => {
  const house = await openHouse(database)
  const [gone, kept] = [await makeDraft(database), await makeDraft(database)]
  const ada = await join(house.port, gone, 'ada').settled()
  const ben = await join(house.port, kept, 'ben').settled()
  await database.pool.query('delete from document where id = $1', [gone])
  ada.type('into the void')
  ben.type('onto the disk')
  await ben.settled()
  expect(await wordsOnDisk(house.collab, kept)).toBe('onto the disk')
  await expect.poll(() => ada.events).toContain('closed: 4205')
  expect(ada.provider.hasUnsyncedChanges).toBe(true)
})

test('people appear under the name they signed in with, whatever their browser says', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()
  ada.provider.setAwarenessField('user', { name: 'The CEO' })
  await expect
    .poll(() => ben.provider.awareness?.getStates().get(ada.doc.clientID)?.user)
    .toEqual({ personId: person('ada').personId, name: 'ada', colour: '#446688' })
})

test('a socket that talks nonsense is closed, and the others go on', async () => {
  const house = await openHouse(database)
  const id = await makeDraft(database)
  const ada = await join(house.port, id, 'ada').settled()
  const raw = new WebSocket(`ws://127.0.0.1:${house.port}/collab?schema=${SCHEMA}`)
  raw.binaryType = 'arraybuffer'
  const closed = new Promise((resolve) => raw.addEventListener('close', resolve))
  await new Promise((resolve) => raw.addEventListener('open', resolve))
  raw.send(new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]))
  await closed
  ada.type('still here')
  await ada.settled()
})
