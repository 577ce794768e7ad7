import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

let company: Company
beforeAll(async () => {
  company = await openCompany(['Ines'])
})
afterAll(() => company?.close())

const source = `# Tidewatch texts growers at five whether they may harvest

## Problem

Until now a grower learned of a closure from a recording updated between seven and nine.

## FAQ

**Q: How do we know that growers want this?**
A: We asked thirty of them in March.
`

test('W4: of a brought document, passages become answers by a click, which undo takes back', async () => {
  const [ines] = company.people
  if (!ines) throw new Error('nobody is there')
  const { initiativeId } = await ines.bring(source)
  const { page } = ines
  await page.goto(`${company.url}/ideas/${initiativeId}`)
  const problem = page.locator('#problem')
  await problem.getByText('says under “Problem”').waitFor()
  await lookWideAndNarrow(page, 'proposed')
  const statement = problem.getByRole('textbox').first()
  const use = problem.getByRole('button', { name: 'That is the problem' })
  await use.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => statement.textContent()).toContain('a grower learned of a closure')
  expect(await use.count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => statement.textContent()).toBe('')
  await use.click()
  await page.locator('#evidence').getByRole('button', { name: 'Add it to the evidence' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => statement.textContent()).toContain('a grower learned of a closure')
  await expect
    .poll(() => page.locator('#evidence').getByRole('textbox').first().inputValue())
    .toBe('We asked thirty of them in March.')
  await page.goto(`${company.url}/ideas/${initiativeId}/evidence`)
  await page.getByText('We asked thirty of them in March.').first().waitFor()
})
