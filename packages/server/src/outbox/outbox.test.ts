import type { WorkspaceId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import { insertWorkspace } from '../people/store.ts'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { put, startOutbox } from './outbox.ts'
import '../people/actions.ts'

const now = new Date('2027-03-01T09:00:00Z')
const workspaceId = newId<WorkspaceId>()
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction((tx) => insertWorkspace(tx, { id: workspaceId, name: 'Tidewatch', at: now }))
}, 60_000)
afterAll(() => database?.close())

const tell = (...aggregates: string[]) =>
  database.db.transaction((tx) =>
    put(
      tx,
      { workspaceId, actor: null, now },
      ...aggregates.map((aggregate) => ({ type: 'workspace.changed', aggregate, settings: false }) as const),
    ),
  )

test('News that always fails keeps no other aggregate from its own, and is not tried at every turn', async () => {
  // sorted before all others, and more of it than one batch holds
  const poison = '00000000-0000-7000-8000-000000000000'
  const others = [newId(), newId()]
  await tell(...Array.from({ length: 120 }, () => poison), ...others)
  const heard: string[] = []
  let failures = 0
  const outbox = startOutbox(
    database.db,
    async ({ aggregate }) => {
      if (aggregate === poison) throw new Error('never')
      heard.push(aggregate)
    },
    () => {
      failures += 1
    },
  )
  await outbox.kick()
  expect(heard.toSorted()).toEqual(others.toSorted())
  for (let kicks = 0; kicks < 5; kicks++) await outbox.kick()
  expect(failures).toBe(1)
  await outbox.stop()
})

test('A stop waits for the news under way, and what is left is told after the next start', async () => {
  const aggregates = [newId(), newId(), newId()]
  await tell(...aggregates)
  const told: string[] = []
  const listen = (before: () => Promise<void>) =>
    startOutbox(
      database.db,
      async ({ aggregate }) => {
        if (!aggregates.includes(aggregate)) return
        told.push(aggregate)
        await before()
      },
      () => {},
    )
  const reached = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const first = listen(() => {
    reached.resolve()
    return held.promise
  })
  void first.kick()
  await reached.promise
  const stopped = first.stop()
  held.resolve()
  await stopped
  expect(told).toHaveLength(1)
  const second = listen(async () => {})
  await second.kick()
  await second.stop()
  expect(told.toSorted()).toEqual(aggregates.toSorted())
})
