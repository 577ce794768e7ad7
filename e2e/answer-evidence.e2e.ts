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

test('W2, W6: evidence is linked to an answer, for it and against it, shown when asked and unlinked with an undo, by keyboard', async () => {
  const { page } = ines
  const { id } = await ines.post('/initiatives', { name: 'A text at five says whether oysters may be sold' })
  const people = [{ personId: omar.id, relation: 'reader' }]
  await ines.call('initiatives/share', { initiativeId: id, visibility: 'named', people })
  const sheet = `${company.url}/ideas/${id}`
  await page.goto(sheet)
  const problem = page.locator('#problem')
  const link = problem.getByRole('button', { name: /^Link evidence/ })
  await link.click()
  const dialog = page.getByRole('dialog', { name: 'Link evidence' })
  await dialog.getByText('Nothing is gathered yet.').waitFor()
  await page.keyboard.press('Escape')
  // the answer to the fourth is the evidence itself
  expect(await page.getByRole('button', { name: /^Link evidence/ }).count()).toBe(4)

  await ines.post(`/initiatives/${id}/evidence`, {
    ...{ id: 'harvests-37', statement: '37 harvests were lost last winter', kind: 'data' },
    source: 'Landing logs of eleven farms',
  })
  await ines.post(`/initiatives/${id}/evidence`, {
    id: 'one-storm-5',
    statement: 'Five of them to one storm',
  })
  await page.reload()
  await link.focus()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Find a piece').waitFor()
  await page.keyboard.type('harvests')
  await dialog.getByRole('button', { name: 'For “37 harvests' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'For “37 harvests', pressed: true }).waitFor()
  await dialog.getByLabel('Find a piece').fill('')
  await dialog.getByRole('button', { name: 'Against “Five of them' }).click()
  await dialog.getByRole('button', { name: 'Against “Five of them', pressed: true }).waitFor()
  await lookWideAndNarrow(page, 'answer-evidence-link')
  await page.keyboard.press('Escape')

  const told = problem.getByText('Evidence: 1 for it, 1 against it')
  await told.waitFor()
  const speaksFor = problem.getByRole('list', { name: 'Speaks for it' })
  expect(await speaksFor.count()).toBe(0)
  await told.focus()
  await page.keyboard.press('Enter')
  await speaksFor.getByText('Landing logs of eleven farms').waitFor()
  await lookWideAndNarrow(page, 'answer-evidence-shown')
  await speaksFor.getByRole('button', { name: /^Unlink/ }).click()
  await problem.getByText('Evidence: 0 for it, 1 against it').waitFor()
  await button(page, 'Undo').click()
  await told.waitFor()

  // whoever may only read sees it, and is offered nothing
  await omar.page.goto(sheet)
  await omar.page.locator('#problem').getByText('Evidence: 1 for it, 1 against it').click()
  await omar.page.getByRole('list', { name: 'Speaks against it' }).getByText('Five of them').waitFor()
  // and sees at once what another says of it
  const weigh = (side: string) =>
    ines.call('evidence/weighAnswer', {
      initiativeId: id,
      question: 'problem',
      evidenceId: 'harvests-37',
      side,
    })
  await weigh('against')
  await omar.page.getByText('Evidence: 0 for it, 2 against it').waitFor()
  await weigh('for')
  await omar.page.getByText('Evidence: 1 for it, 1 against it').waitFor()
  expect(await omar.page.getByRole('button', { name: /link/i }).count()).toBe(0)

  // a piece that is removed on the same page takes its links with it, and put back brings them back
  await page
    .locator('#evidence')
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click()
  await problem.getByText('Evidence: 1 for it, 0 against it').waitFor()
  await button(page, 'Undo').click()
  await problem.getByText('Evidence: 1 for it, 1 against it').waitFor()
  await page.goto(`${sheet}/evidence`)
  await page.getByRole('button', { name: 'Remove “37 harvests' }).click()
  await omar.page.getByText('Evidence: 0 for it, 1 against it').waitFor()
  await button(page, 'Undo').click()
  await omar.page.getByText('Evidence: 1 for it, 1 against it').waitFor()
})
