import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, pictures } from './company.ts'

let company: Company
beforeAll(async () => {
  company = await openCompany(['Ines'])
})
afterAll(() => company?.close())

const source = `# Tidewatch texts growers at five whether they may harvest

Until now a grower learned of a closure from a recording.
`

test('W6: words of the draft are selected, a piece of evidence is put to them, and the passage shows it', async () => {
  const [ines] = company.people
  if (!ines) throw new Error('nobody is there')
  const { initiativeId, narrativeId } = await ines.bring(source)
  const statement = 'Nine of ten growers listened to the recording at five.'
  await ines.call('evidence/capture', {
    initiativeId,
    id: 'found-in-march',
    statement,
    source: 'Diaries, March',
  })
  const { page } = ines
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  const passage = page.locator('.draft').getByText('Until now a grower')
  await passage.dblclick({ position: { x: 4, y: 8 } })
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.getByText('Evidence', { exact: true }).click()
  const piece = page.getByRole('list', { name: 'Evidence' }).getByRole('listitem')
  await piece.getByText('Diaries, March').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await barriers(page), colorScheme).toEqual([])
    await page.screenshot({ path: join(pictures, `cite-1440-${colorScheme}.png`) })
  }
  const against = piece.getByRole('button', { name: 'Against' })
  await against.focus()
  await page.keyboard.press('Enter')
  const thread = page.locator('.margin-column').getByRole('article', { name: 'Evidence by Ines' })
  await thread.getByText(statement).waitFor()
  await thread.getByText('evidence against it').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await page.getByRole('button', { name: /^1 note/ }).click()
  await page.getByRole('dialog').getByText(statement).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'cite-390.png') })
})
