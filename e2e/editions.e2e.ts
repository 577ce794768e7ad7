import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** One story: an edition is named, compared with the draft, restored, and the restore is taken back. */
let company: Company
let ines: Person
let page: Page
let editionId: string
let narrativeId: string

beforeAll(async () => {
  company = await openCompany(['Ines'], { viewport: { width: 1280, height: 720 } })
  ;[ines] = company.people as [Person] // as many as were named
  const { initiativeId } = await ines.call('narratives/duplicateGuide', {})
  const [draft] = await ines.call('narratives/list', { initiativeId })
  narrativeId = draft.id
  editionId = (await ines.call('narratives/freeze', { narrativeId })).id
  page = ines.page
})

afterAll(() => company?.close())

const choose = async (entry: string) => {
  await page.getByRole('button', { name: 'More to do with this edition' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** For who looks at what they changed: SHOTS names a folder. */
async function shot(name: string) {
  const folder = process.env.SHOTS
  if (folder === undefined) return
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
    }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('N6: an edition is named after freezing', async () => {
  await page.goto(`${company.url}/editions/${editionId}`)
  await page.locator('.edition-line').first().waitFor()
  await choose('Name this edition')
  await page.getByLabel('Its name').fill('For the harbour')
  expect(await barriers(page)).toEqual([])
  await shot('name')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'About this edition' }).getByText('For the harbour').waitFor()
})

test('N6: an edition is compared with the draft, word by word, with next and previous by key', async () => {
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await page.locator('.draft [data-part="summary"] p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('From tomorrow on: ')
  await expect.poll(() => page.locator('footer').getByRole('status').last().innerText()).toBe('Saved')
  await page.goto(`${company.url}/editions/${editionId}`)
  await choose('Compare with the draft')
  await page.getByText('1 place changed · 3 words added, 0 struck').waitFor()
  expect(await page.locator('.changes ins').innerText()).toBe('From tomorrow on: ')
  await page.keyboard.press('n')
  await page.getByText('Change 1 of 1').waitFor()
  expect(await page.locator('[data-at-hand]').evaluate((here) => here === document.activeElement)).toBe(true)
  expect(await barriers(page)).toEqual([])
  await shot('compare')
})

test('N6: what moved and what is set otherwise are changes too, met by key one after another', async () => {
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  const internal = page.locator('.draft [data-part="internal-faq"]')
  const questions = internal.locator('[data-faq-question]')
  await questions.first().click()
  const moved = await questions.first().innerText()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(() => questions.nth(1).innerText()).toBe(moved)
  // a paragraph of the answer becomes a heading
  await internal.locator('[data-faq-entry]').nth(1).locator('p:not([data-faq-question])').first().click()
  await page.keyboard.press('Control+Alt+3')
  await internal.locator('[data-faq-entry] h3').waitFor()
  await expect.poll(() => page.locator('footer').getByRole('status').last().innerText()).toBe('Saved')

  await page.goto(`${company.url}/editions/${editionId}`)
  await choose('Compare with the draft')
  const changes = page.locator('.changes [data-change]')
  await changes.first().waitFor()
  const kinds = await changes.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.kind))
  expect(new Set(kinds)).toEqual(new Set(['changed', 'moved']))
  const said: (string | null)[] = []
  for (let at = 1; at <= kinds.length; at++) {
    await page.keyboard.press('n')
    await page.getByText(`Change ${at} of ${kinds.length}`).waitFor()
    const here = page.locator('[data-at-hand]')
    expect(await here.evaluate((each) => each === document.activeElement)).toBe(true)
    said.push(await here.innerText())
  }
  expect(said.join('\n')).toMatch(/Moved from line \d+\./)
  expect(said.join('\n')).toMatch(/paragraph|heading/i)
  await page.keyboard.press('p')
  await page.getByText(`Change ${kinds.length - 1} of ${kinds.length}`).waitFor()
  expect(await barriers(page)).toEqual([])
  await shot('compare-moved')

  // back to where it was, for what comes next
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await internal.locator('[data-faq-entry] h3').click()
  await page.keyboard.press('Control+Alt+3')
  await internal.locator('[data-faq-entry] h3').waitFor({ state: 'detached' })
  await questions.nth(1).click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => questions.first().innerText()).toBe(moved)
  await expect.poll(() => page.locator('footer').getByRole('status').last().innerText()).toBe('Saved')
})

test('N6: restoring says what will change, and is taken back in one act', async () => {
  await page.goto(`${company.url}/editions/${editionId}`)
  await choose('Restore in the draft')
  await page.getByText('1 place will change: 0 words come back, 3 go.').waitFor()
  expect(await barriers(page)).toEqual([])
  await shot('restore')
  await page.getByRole('button', { name: 'Restore in the draft' }).click()
  await page.waitForURL(/\/drafts\//)
  const summary = page.locator('.draft [data-part="summary"]')
  await summary.waitFor()
  await expect.poll(() => summary.innerText()).not.toContain('From tomorrow on')
  await page.getByRole('button', { name: 'Undo' }).click()
  await summary.getByText('From tomorrow on').waitFor()
  await page.getByText('The draft says again what it said before.').waitFor()
})

test('N6: the list has the name, authors, pages and size of each', async () => {
  const { initiativeId } = await ines.call('narratives/get', { narrativeId })
  await page.goto(`${company.url}/ideas/${initiativeId}/narrative`)
  const row = page.getByRole('list', { name: 'Editions', exact: true })
  await row.getByText('Edition 1, For the harbour').waitFor()
  expect(await row.innerText()).toMatch(/By Ines[\s\S]*pages[\s\S]*\d+ kB/)
  // nothing cites it yet; what was put back and taken back again is on record, with what stood before
  expect(await row.innerText()).not.toContain('Cited by')
  const restores = page.getByRole('list', { name: 'Editions put back into the draft' })
  await restores.getByText(/By Ines · .* · taken back .* · kept: the \d+ words that stood before/).waitFor()
  const kept = await page.request.get(
    new URL(
      (await restores.getByRole('link', { name: /as Markdown/ }).getAttribute('href')) ?? '',
      page.url(),
    ).href,
  )
  expect(await kept.text()).toContain('From tomorrow on: ')
  expect(await barriers(page)).toEqual([])
  await shot('list')
})

test('N6: what cites an edition stands with it, as links; a restore is taken back from the list while it can be', async () => {
  const { initiativeId } = await ines.call('narratives/get', { narrativeId })
  const me = await ines.call('people/me', undefined)
  const { room } = await ines.call('meetings/schedule', {
    initiativeId,
    editionId,
    key: crypto.randomUUID(),
    purpose: 'improve',
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    readingMinutes: 10,
    discussionMinutes: 20,
    attendees: [{ personId: me.person.id, roles: ['facilitator', 'author', 'reader'] }],
    whyNow: '',
  })
  await ines.call('reviews/commentOnEdition', { editionId, text: 'Which harbour?', on: null })
  const decision = await ines.call('decisions/record', {
    initiativeId,
    editionId,
    outcome: { name: 'revise' },
    decider: me.person.id,
    because: 'Nobody said which harbour.',
  })
  await ines.call('narratives/restore', { editionId })

  await page.goto(`${company.url}/ideas/${initiativeId}/narrative`)
  const row = page.getByRole('list', { name: 'Editions', exact: true })
  await row.getByText('Cited by').waitFor()
  const hrefs = await row
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
  expect(hrefs).toEqual(expect.arrayContaining([`/meetings/${room.meetingId}`, `/decisions/${decision.id}`]))
  await row.getByRole('link', { name: '1 comment' }).waitFor()
  await row.getByRole('link', { name: `decision ${decision.number}: revise and resubmit` }).waitFor()
  expect(await barriers(page)).toEqual([])
  await shot('cited')

  const restores = page.getByRole('list', { name: 'Editions put back into the draft' })
  await restores.getByRole('button', { name: 'Put back what stood before' }).click()
  await page.getByText('The draft says again what it said before.').waitFor()
  await restores.getByRole('button').waitFor({ state: 'detached' })

  // one that was written over since says so, and keeps what stood before
  await ines.call('narratives/restore', { editionId })
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await page.locator('.draft [data-part="summary"] p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('Once more: ')
  await expect.poll(() => page.locator('footer').getByRole('status').last().innerText()).toBe('Saved')
  await page.goto(`${company.url}/ideas/${initiativeId}/narrative`)
  const dead = restores.getByRole('button', { name: 'Put back what stood before' })
  await dead.waitFor()
  expect(await dead.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('The draft has been written in since.').waitFor({ state: 'attached' })
  expect(await barriers(page)).toEqual([])
  await shot('restores')
})

test('F5: whoever read an edition on this computer sees in a later one what changed since', async () => {
  await page.goto(`${company.url}/editions/${editionId}`)
  await page.locator('.edition-line').first().waitFor()
  // it was in front of them long enough to be read
  await expect.poll(() => page.evaluate(() => localStorage.getItem('foreword.read'))).toContain(editionId)
  const later = await ines.call('narratives/freeze', { narrativeId })
  await page.goto(`${company.url}/editions/${later.id}`)
  const about = page.getByRole('complementary', { name: 'About this edition' })
  await about.getByText('Since you read edition 1').waitFor()
  await expect.poll(() => page.locator('.change-bars i').count()).toBeGreaterThan(0)
  await shot('since')
})
