import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { button, type Company, openCompany, type Person } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

let company: Company
let ines: Person
let omar: Person
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  ;[ines, omar] = company.people as [Person, Person]
}, 120_000)
afterAll(() => company?.close())

const look = ({ page }: Person, name: string) => lookWideAndNarrow(page, `iterations-${name}`)

const pays = 'Four growers in ten pay before they are sure'
const draft = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season.
`

/** A meeting to improve it that leaves one question to be found out. */
async function met(on: { initiativeId: string; editionId: string }) {
  const act = (who: Person, name: string, more: object = {}) =>
    who.call(`meetings/${name}`, { meetingId, key: randomUUID(), ...more })
  const { room } = await ines.call('meetings/schedule', {
    ...{ ...on, key: randomUUID(), purpose: 'improve', startsAt: new Date().toISOString() },
    ...{ readingMinutes: 5, discussionMinutes: 10 },
    attendees: [
      { personId: ines.id, roles: ['facilitator', 'author', 'note-taker'] },
      { personId: omar.id, roles: ['reader'] },
    ],
  })
  const { meetingId } = room
  for (const who of [ines, omar]) await act(who, 'join')
  await act(ines, 'start')
  const asked = await omar.call('reviews/postQuestion', {
    ...{ meetingId, key: randomUUID(), text: 'How many growers would pay in advance?', on: null },
  })
  await act(ines, 'announceReveal', { because: 'They have said so.' })
  await expect
    .poll(async () => (await ines.call('meetings/room', { meetingId })).room.phase.name)
    .toBe('discussion')
  const state = { name: 'research-owed', owner: ines.id, due: '2036-03-10' }
  await act(ines, 'endQuestion', { questionId: asked.id, state })
  await act(ines, 'setExperience', { experience: 'One text.', why: 'The tide.' })
  await act(ines, 'close')
  return meetingId
}

test('N7, W8: after a meeting an open question proposes an iteration; it ends with what was learnt, and the idea’s page tells how it got here', async () => {
  const { page } = ines
  const { initiativeId, narrativeId } = await ines.bring(draft)
  const edition = await ines.post(`/narratives/${narrativeId}/editions`)
  await page.goto(`${company.url}/ideas/${initiativeId}/lineage`)
  await page.getByText('None was ever started, and none has to be.').waitFor()
  await page.getByText('Ines froze edition 1').waitFor()
  await look(ines, 'first')

  await ines.post(`/initiatives/${initiativeId}/assumptions`, {
    ...{ assumptionId: randomUUID(), statement: pays },
  })
  const meetingId = await met({ initiativeId, editionId: edition.id })
  await page.goto(`${company.url}/meetings/${meetingId}`)
  await page.getByRole('link', { name: 'Start an iteration' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start an iteration' })
  const objective = 'Find an answer to “How many growers would pay in advance?”'
  await dialog.getByRole('button', { name: 'Start it' }).click()
  await dialog.getByText('Choose the assumption or the open question it is about.').waitFor()
  await dialog.getByRole('button', { name: `Take it ${objective}` }).focus()
  await page.keyboard.press('Enter')
  expect(await dialog.getByLabel('What is its objective?').inputValue()).toBe(objective)
  await dialog.getByRole('button', { name: 'Start it' }).click()
  await dialog.getByText('The learning expected is empty: write a few words').waitFor()
  // it is about the assumption behind the question
  await dialog.getByLabel('What does it test or change?').selectOption({ label: pays })
  await dialog
    .getByLabel('What do you expect to learn?')
    .fill('Whether nine of twelve sign before they see it')
  await dialog
    .getByLabel('What does its document begin as?')
    .selectOption({ label: 'Edition 1 of “Tidewatch texts growers at five whether they may harvest”' })
  await look(ines, 'start')
  await dialog.getByRole('button', { name: 'Start it' }).click()
  await page.waitForURL(/\/drafts\//)
  expect(page.url()).not.toContain(narrativeId)
  await page.getByText('Tidewatch today began sending growers one text').first().waitFor()

  // Omar, who reads, sees it and can do nothing about it
  const other = omar.page
  await other.goto(`${company.url}/ideas/${initiativeId}/lineage`)
  const underWay = (who: Person) => who.page.getByRole('list', { name: 'Under way' })
  await underWay(omar).getByText(objective, { exact: true }).waitFor()
  expect(await other.getByRole('button', { name: 'Say what was learnt' }).count()).toBe(0)

  await page.goto(`${company.url}/ideas/${initiativeId}/narrative`)
  await page.getByText('Iteration under way:').waitFor()
  await page.getByRole('link', { name: objective }).click()
  await button(page, `Say what was learnt “${objective.slice(0, 20)}`).click()
  await button(page, 'End it').click()
  await page.getByText('What was learnt is empty: write a few words').waitFor()
  await page.keyboard.type('Three of twelve signed, by the ledger')
  await page.getByLabel('Refuted').check()
  await look(ines, 'end')
  await button(page, 'End it').click()
  const told = (who: Person) => who.page.getByRole('list', { name: 'What happened' })
  await told(ines).getByText('Learnt: “Three of twelve signed, by the ledger”').waitFor()
  await told(ines).getByRole('list', { name: 'Changed in belief' }).getByText('Refuted').waitFor()
  // live, where somebody else looks
  await told(omar).getByText('Learnt: “Three of twelve signed, by the ledger”').waitFor()
  await button(page, 'Undo').click()
  await underWay(ines).getByText(objective, { exact: true }).waitFor()
  await told(ines).getByText('Refuted').waitFor({ state: 'detached' })

  await button(page, `Drop it “${objective.slice(0, 20)}`).click()
  await page.getByLabel('Why is it dropped?').fill('The season is over')
  await button(page, 'Drop it').last().click()
  await told(ines).getByText('“The season is over”').waitFor()
  await button(page, `Take it up again “${objective.slice(0, 20)}`).click()
  await button(page, `Say what was learnt “${objective.slice(0, 20)}`).click()
  await page.getByLabel('What was learnt?').fill('Three of twelve signed, by the ledger')
  await page.getByRole('radio', { name: 'Changed' }).check()
  await page.getByLabel('What do you assume now?').fill('Growers with a second boat pay before they are sure')
  await button(page, 'End it').click()
  await told(ines).getByText(`“${pays}” became`).waitFor()
  await ines.call('decisions/record', {
    ...{ initiativeId, editionId: edition.id, decider: ines.id, because: 'only the large ones pay' },
    outcome: { name: 'revise' },
  })
  await told(ines)
    .getByRole('link', { name: /^decision \d+, revise/ })
    .waitFor()
  await look(ines, 'told')
})
