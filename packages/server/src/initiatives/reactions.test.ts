import { initiativeId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/ids.ts'
import type { Heard } from '../outbox/events.ts'
import { openCompany } from '../test/company.ts'
import { initiativeReactions } from './reactions.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

test('ARCHITECTURE §3: an event heard twice is one line; what is typed in one sitting is one line at its last moment', async () => {
  const { api, id: actor } = company.ines
  const made = await api.initiatives.create({ name: 'Heard twice' })
  const me = await api.people.me()
  if (!me) throw new Error('nobody is signed in')
  const react = initiativeReactions(company.db, () => new Date())
  const heard = (minute: number): Heard<'initiative.answered'> => ({
    id: newId(),
    type: 'initiative.answered',
    aggregate: made.id,
    workspaceId: me.workspace.id,
    actor,
    at: new Date(Date.UTC(2027, 2, 1, 10, minute)),
    initiativeId: initiativeId.parse(made.id),
    question: 'problem',
    version: minute,
    says: 'wrote about the problem',
    gathers: true,
  })
  const [first, second, later] = [heard(0), heard(20), heard(59)]
  for (const event of [first, first, second, later, later, second]) await react(event)

  const { activity } = await api.initiatives.activity({ initiativeId: made.id })
  expect(activity.filter(({ kind }) => kind === 'initiative.answered').map(({ at }) => at)).toEqual([
    '2027-03-01T10:59:00.000Z',
    '2027-03-01T10:20:00.000Z',
  ])
})
