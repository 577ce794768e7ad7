import { faqEntries } from '@foreword/document/blocks'
import { moveFaqEntry } from '@foreword/document/faq-move'
import { countingIds, doc, faqEntry, paragraph, part } from '@foreword/document/testing'
import { documentFromYDoc, FRAGMENT } from '@foreword/document/yjs'
import { yDocFrom } from '@foreword/document/yjs-write'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../db/ids.ts'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { join, openHouse, SCHEMA, WORKSPACE } from './collab.fixture.ts'
import { createDraft } from './draft-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const entry = (id: string) => faqEntry(id, `What of ${id}?`, paragraph(`${id}-1`, `This of ${id}.`))

async function makeFaq(): Promise<string> {
  const id = newId()
  const start = yDocFrom(
    doc(part('e', 'external-faq', entry('a')), part('i', 'internal-faq', entry('b'), entry('c'))),
  )
  const update = Y.encodeStateAsUpdate(start)
  await database.db.transaction((tx) =>
    createDraft(tx, {
      workspaceId: WORKSPACE,
      id,
      schemaVersion: SCHEMA,
      update,
      author: null,
      at: new Date(),
    }),
  )
  return id
}

const answers = (live: Y.Doc) =>
  faqEntries(documentFromYDoc(live, countingIds())).map(({ id, answer }) => `${id}: ${answer}`)

function write(live: Y.Doc, block: string, words: string): void {
  const found = live
    .getXmlFragment(FRAGMENT)
    .createTreeWalker((node) => node instanceof Y.XmlElement && node.getAttribute('id') === block)
  for (const element of found) {
    const text = element instanceof Y.XmlElement && element.get(0)
    if (text instanceof Y.XmlText) text.insert(0, words)
  }
}

test('A1: words written in an entry while another moves it stand where it went, for both and on disk', async () => {
  const house = await openHouse(database)
  const id = await makeFaq()
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()
  // in one turn, so that neither has heard of the other
  moveFaqEntry(ada.doc, 'a', { part: 'i' })
  write(ben.doc, 'a-1', 'Surely: ')
  await ada.settled()
  await ben.settled()
  const expected = ['b: This of b.', 'c: This of c.', 'a: Surely: This of a.']
  await expect.poll(() => [answers(ada.doc), answers(ben.doc)]).toEqual([expected, expected])
  expect(answers(await house.collab.readDraft(id))).toEqual(expected)
})

test('A1: words written away from the server in an entry that was moved meanwhile are there, across restarts', async () => {
  const first = await openHouse(database)
  const id = await makeFaq()
  const ada = await join(first.port, id, 'ada').settled()
  const ben = await join(first.port, id, 'ben').settled()
  ben.websocket.disconnect()
  await expect.poll(() => ben.provider.isSynced).toBe(false)
  write(ben.doc, 'a-1', 'For hours: ')
  moveFaqEntry(ada.doc, 'a', { part: 'i', before: 'c' })
  await ada.settled()
  ada.leave()
  await first.close()

  const second = await openHouse(database, { port: first.port })
  await ben.websocket.connect()
  await ben.settled()
  const expected = ['b: This of b.', 'a: For hours: This of a.', 'c: This of c.']
  await expect.poll(() => answers(ben.doc)).toEqual(expected)
  expect(answers(await second.collab.readDraft(id))).toEqual(expected)
})

test('N1: an entry that two people move at once stands there once', async () => {
  const house = await openHouse(database)
  const id = await makeFaq()
  const ada = await join(house.port, id, 'ada').settled()
  const ben = await join(house.port, id, 'ben').settled()
  moveFaqEntry(ada.doc, 'a', { part: 'i' })
  moveFaqEntry(ben.doc, 'a', { part: 'i', before: 'b' })
  write(ben.doc, 'a-1', 'Ben: ')
  await ada.settled()
  await ben.settled()
  await expect.poll(() => answers(ada.doc).filter((each) => each === 'a: Ben: This of a.')).toHaveLength(1)
  await expect.poll(() => answers(ben.doc)).toEqual(answers(ada.doc))
  expect(answers(await house.collab.readDraft(id))).toHaveLength(3)
})
