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

const look = ({ page }: Person, name: string) => lookWideAndNarrow(page, `assumptions-${name}`)

const pays = 'Four growers in ten pay before they are sure'
const draft = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending growers one text. [${pays}.]

## FAQ

**Q: What does it cost?**
A: Nothing in the first season: we hope that [the county pays].
`

test('W6, W8: what is assumed is written by hand or tracked from the draft, weighed, judged and taken back, by keyboard', async () => {
  const { page } = ines
  const { initiativeId } = await ines.bring(draft)
  const list = page.getByRole('list', { name: 'Assumptions' })
  const entry = (text: string) => list.getByRole('listitem').filter({ hasText: text }).first()
  await page.goto(`${company.url}/ideas/${initiativeId}/assumptions`)
  await page.getByText('Nothing is written down yet').waitFor()
  const brackets = page.getByRole('list', { name: 'In brackets in the draft' })
  await brackets.getByText(`${pays}.`, { exact: true }).waitFor()
  await look(ines, 'first')

  await button(page, 'Add it').click()
  await page.getByText('What is assumed is empty: write a few words').waitFor()
  await page.keyboard.type('One text is enough to trust')
  expect(await page.getByText('What is assumed is empty').count()).toBe(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await entry('One text is enough to trust').waitFor()
  await button(page, 'Remove “One text is enough to trust”').click()
  await page.getByText('Nothing is written down yet').waitFor()
  await button(page, 'Undo').click()
  await entry('One text is enough to trust').waitFor()

  await button(page, `Track it “${pays}`).focus()
  await page.keyboard.press('Enter')
  await entry(pays).getByText('Untested').waitFor()
  await expect.poll(() => brackets.getByRole('listitem').count()).toBe(1)
  await button(page, 'Undo').click()
  await expect.poll(() => brackets.getByRole('listitem').count()).toBe(2)
  await button(page, `Track it “${pays}`).click()
  await entry(pays).waitFor()

  await ines.post(`/initiatives/${initiativeId}/evidence`, {
    id: 'growers-9',
    statement: 'Nine of twelve paid',
  })
  await ines.post(`/initiatives/${initiativeId}/evidence`, {
    id: 'growers-3',
    statement: 'Three asked for it back',
  })
  await button(page, `Link evidence “${pays}`).click()
  const dialog = page.getByRole('dialog', { name: 'Link evidence' })
  await dialog.getByLabel('Find a piece').fill('twelve')
  await dialog.getByRole('button', { name: 'For “Nine of twelve paid”' }).click()
  await dialog.getByLabel('Find a piece').fill('')
  await dialog.getByRole('button', { name: 'Against “Three asked for it back”' }).click()
  await expect
    .poll(() => dialog.getByRole('button', { name: 'Against “Three asked', pressed: true }).count())
    .toBe(1)
  await look(ines, 'link')
  await dialog.getByRole('button', { name: 'Close' }).click()
  const against = entry(pays).getByRole('list', { name: 'Speaks against it' })
  await against.waitFor()
  await against.getByRole('button', { name: /^Unlink/ }).click()
  await against.waitFor({ state: 'detached' })
  await button(page, 'Undo').click()
  await against.waitFor()

  await button(page, `Say what became of it “${pays}`).click()
  await button(page, 'Say so').click()
  await page.getByText('Choose what became of it.').waitFor()
  await page.getByLabel('Refuted').focus()
  await page.keyboard.press('Space')
  await button(page, 'Say so').click()
  await page.getByText('The reason is empty: write a few words').waitFor()
  await look(ines, 'judge')
  await page.keyboard.type('Three of twelve, by the ledger')
  await button(page, 'Say so').click()
  await entry(pays).getByText('Refuted', { exact: true }).waitFor()
  await entry(pays).getByText('“Three of twelve, by the ledger”').waitFor()
  await button(page, 'Undo').click()
  await entry(pays).getByText('Untested', { exact: true }).first().waitFor()
  await button(page, `Say what became of it “${pays}`).click()
  await page.getByLabel('Changed').check()
  await page.getByLabel('What do you assume now?').fill('Large growers pay before they are sure')
  await page.getByLabel('How do you know?').fill('Only those with a second boat paid')
  await button(page, 'Say so').click()
  await entry('Large growers pay before they are sure').waitFor()
  await page.getByText('What was known before').click()
  await look(ines, 'changed')

  await page.getByLabel('Show the state').selectOption('refuted')
  await page.getByText('None is refuted now.').waitFor()
  await page.getByLabel('Show the state').selectOption('changed')
  await entry('Large growers pay before they are sure').waitFor()
  expect(await list.getByText('One text is enough to trust').count()).toBe(0)
})

test('W8, D4: what rests on a refuted assumption says so in the draft, the edition and the decision, and the idea that waited is back', async () => {
  const { page } = ines
  const { initiativeId, narrativeId } = await ines.bring(draft)
  const people = [{ personId: omar.id, relation: 'author' }]
  await ines.call('initiatives/share', { initiativeId, visibility: 'named', people })
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await button(page, '2 open assumptions').click()
  const panel = page.getByRole('dialog', { name: 'Open assumptions' })
  await panel.getByRole('button', { name: `Track it “${pays}` }).click()
  await panel.getByText('Untested').waitFor()
  await look(ines, 'panel')
  await panel.getByRole('button', { name: 'Close' }).click()

  const edition = await ines.post(`/narratives/${narrativeId}/editions`)
  const funded = await ines.call('decisions/record', {
    ...{ initiativeId, editionId: edition.id, decider: ines.id, because: 'the loss is real' },
    outcome: { name: 'fund' },
  })
  await page.goto(`${company.url}/ideas/${initiativeId}/decisions/new`)
  await page.getByLabel('Who decided').selectOption({ label: 'Ines' })
  await page.getByLabel('What was decided').selectOption('park')
  await page.getByLabel('What brings it back').selectOption('assumption')
  await page.getByLabel('Because').fill('nobody knows whether they would')
  await button(page, 'Record the decision').click()
  await page.getByText('Choose the assumption it waits for.').waitFor()
  await page.getByLabel('The assumption it waits for').selectOption({ label: `${pays}.` })
  await look(ines, 'park')
  await button(page, 'Record the decision').click()
  await page.getByText('until more is known of what it assumes').first().waitFor()

  // Ines has the draft open while Omar finds out
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await button(page, '2 open assumptions').waitFor()
  const other = omar.page
  await other.goto(`${company.url}/ideas/${initiativeId}/assumptions`)
  await other.getByText('The idea is parked until more is known of this.').waitFor()
  await button(other, `Say what became of it “${pays}`).click()
  await other.getByLabel('Refuted').check()
  await other.getByLabel('How do you know?').fill('Three of twelve, by the ledger')
  await button(other, 'Say so').click()
  const resting = other.getByRole('list', { name: 'Rests on what fell' })
  await expect.poll(() => resting.getByRole('listitem').count()).toBe(4)
  await other.getByText('Revise and resubmit').first().waitFor()
  await look(omar, 'rests')

  await button(page, '1 passage rests on what fell').click()
  await panel.getByText('Rests on what no longer holds').waitFor()
  await panel.getByText('“Three of twelve, by the ledger”').waitFor()
  await look(ines, 'fell')
  const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  const says = `Rests on an assumption refuted on ${today}:`
  await page.goto(`${company.url}/editions/${edition.id}`)
  await page.getByText(says).waitFor()
  await look(ines, 'edition')
  await page.goto(`${company.url}/decisions/${funded.id}`)
  await page.getByText(says).waitFor()
  await look(ines, 'decision')
  await page.getByRole('list', { name: 'Rests on what fell' }).getByRole('link').click()
  await page.getByText('“Three of twelve, by the ledger”').first().waitFor()
  await page.goto(company.url)
  await page.getByText('What it waited for has come.').waitFor()
  await look(ines, 'desk')
})
