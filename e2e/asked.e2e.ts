import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person, pictures } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

let company: Company
let ines: Person
let omar: Person
let initiativeId: string
let narrativeId: string

const source = `# Tidewatch texts growers at five whether they may harvest

Until now a grower learned of a closure from a recording updated between seven and nine.
`

/** An idea whose one meeting is over and left an answer of Ines’s owed and one question out of scope. */
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person] // as many as were named
  await ines.call('people/updateWorkspace', { settings: { countdownSeconds: 0 } })
  const brought = await ines.bring(source)
  initiativeId = brought.initiativeId
  narrativeId = brought.narrativeId
  const { id: editionId } = await ines.call('narratives/freeze', { narrativeId: brought.narrativeId })
  const key = () => randomUUID()
  const { room } = await ines.call('meetings/schedule', {
    initiativeId,
    editionId,
    key: key(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author', 'note-taker'] },
      { personId: omar.id, roles: ['reader'] },
    ],
  })
  const { meetingId } = room
  const act = (name: string, input: object = {}) =>
    ines.call(`meetings/${name}`, { meetingId, key: key(), ...input })
  await act('join')
  await omar.call('meetings/join', { meetingId, key: key() })
  await act('start')
  const ask = (text: string) => omar.call('reviews/postQuestion', { meetingId, key: key(), text, on: null })
  const owed = await ask('How often was the recording wrong last winter?')
  const beside = await ask('Could we sell the sensors?')
  await act('announceReveal', { because: 'We have read.' })
  await vi.waitFor(
    async () => expect((await ines.call('meetings/room', { meetingId })).room.phase.name).toBe('discussion'),
    { timeout: 20_000 },
  )
  const state = { name: 'research-owed', owner: ines.id, due: '2027-03-10' }
  await act('endQuestion', { questionId: owed.id, state })
  const because = 'Another idea.'
  await act('endQuestion', { questionId: beside.id, state: { name: 'out-of-scope', because } })
  await act('setExperience', { experience: 'One text.', why: 'The tide.' })
  await act('close')
})
afterAll(() => company?.close())

test('F5: what was asked is found by what became of it, and its asker says by keyboard whether it is answered', async () => {
  const { page } = omar
  await page.goto(`${company.url}/ideas/${initiativeId}/asked`)
  const list = page.getByRole('list', { name: 'Questions' })
  const count = () => list.getByRole('listitem').count()
  await expect.poll(count).toBe(2)
  await list.getByText('Ines, by').waitFor()
  await list.getByText('Another idea.').waitFor()
  await lookWideAndNarrow(page, 'asked')
  await page.getByLabel('What became of it').selectOption({ label: 'Out of scope (1)' })
  await expect.poll(count).toBe(1)
  const accept = list.getByRole('button', { name: 'That answers it' })
  await accept.focus()
  await page.keyboard.press('Enter')
  await list.getByText('the asker says that it answers').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => list.getByText('the asker says that it answers').count()).toBe(0)
  await page.getByLabel('Find a question').fill('sold')
  await page.getByText('No question on record fits').waitFor()

  await ines.page.goto(`${company.url}/ideas/${initiativeId}/asked`)
  await ines.page.getByLabel('Who owes the answer').selectOption('mine')
  const hers = ines.page.getByRole('list', { name: 'Questions' })
  await expect.poll(() => hers.getByRole('listitem').count()).toBe(1)
  expect(await hers.getByRole('button', { name: 'That answers it' }).count()).toBe(0)
})

test('F5, R11: from the desk, whoever owes an answer writes it, and the draft has it in its FAQ', async () => {
  const { page } = ines
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${company.url}/`)
  await page.getByRole('link', { name: 'Answer it' }).click()
  const list = page.getByRole('list', { name: 'Questions' })
  await list.getByRole('button', { name: 'Answer it' }).click()
  await list.getByRole('button', { name: 'Put it into the FAQ' }).waitFor()
  const tab = page.getByRole('navigation', { name: 'This idea' }).getByRole('link', { name: 'Asked' })
  const edges = await tab.evaluate((link) => link.getBoundingClientRect().toJSON())
  expect(edges.left).toBeGreaterThanOrEqual(0)
  expect(edges.right).toBeLessThanOrEqual(390)
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'asked-answer.png'), fullPage: true })
  await list.getByRole('button', { name: 'Put it into the FAQ' }).click()
  await list.getByText('Write the answer, or say that the document has it.').waitFor()
  await list.getByLabel('Somebody finds it out').check()
  await list.getByLabel('Who finds it out').selectOption({ label: 'Omar' })
  await list.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('Omar owes it now.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await list.getByRole('button', { name: 'Answer it' }).click()
  await list.getByLabel('The answer', { exact: true }).fill('Nine times.')
  await list.getByRole('button', { name: 'Put it into the FAQ' }).click()
  await page.getByText('It stands in the FAQ of the draft.').waitFor()
  await page.getByLabel('Who owes the answer').selectOption('')
  await list.getByText('Answered in the document').waitFor()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await page.getByText('How often was the recording wrong last winter?').first().waitFor()
  await page.getByText('Nine times.').first().waitFor()

  // Omar is told on his desk, and says that it answers
  await omar.page.goto(`${company.url}/`)
  await omar.page.locator('#answers-given').getByText('How often was the recording wrong').waitFor()
  await omar.page.getByRole('link', { name: 'Does it answer it?' }).click()
  const his = omar.page.getByRole('list', { name: 'Questions' })
  await his.getByRole('button', { name: 'That answers it “How often' }).click()
  await his.getByText('the asker says that it answers').waitFor()
})
