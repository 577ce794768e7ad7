import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox } from '../packages/server/src/mail/mailbox.fixture.ts'
import { linkTo } from '../packages/server/src/reviews/feedback/outside.fixture.ts'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, pictures, selectWords } from './company.ts'

/** One story, told in the order of the tests: somebody without an account is asked, reads, and answers. */
let company: Company
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let ines: Person
let held: Awaited<ReturnType<Company['schedule']>>
let gil: Page
const address = 'gil@harbour.example'
const title = 'Tidewatch texts growers at five whether they may harvest'

beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany(['Ines', 'Omar'])
  ;[ines] = company.people as [Person]
  held = await company.schedule('improve', { Ines: ['facilitator', 'author'], Omar: ['reader'] })
  await company.mailBy(mailbox.url)
  // on a phone, where such a letter is read
  const context = await company.openContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  gil = await context.newPage()
  gil.setDefaultTimeout(30_000)
}, 120_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

/** What is offered for selected words, and what says it: not the comment on the whole. */
const offered = () => gil.getByRole('button', { name: 'Comment', exact: true }).first()

/** A picture of the page wide and on a phone, in both themes, with nothing in the way of anybody. */
async function look(page: Page, name: string) {
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 844 })
      expect(await barriers(page), `${name} ${scheme} ${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.screenshot({ path: `${pictures}/outside-${name}-${scheme}-${width}.png` })
    }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('F1: an author asks somebody without an account by their address, and an address that is none is said so', async () => {
  const { page } = ines
  await page.goto(`${company.url}/ideas/${held.initiativeId}/feedback`)
  await button(page, 'Ask for feedback').click()
  await page.getByLabel('What they read').selectOption({ label: `Edition 1 of ${title}` })
  const field = page.getByLabel('People without an account')
  await field.fill('gil at harbour')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('This is no e-mail address').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.fill(`Gil Moreau <${address}>`)
  await page.getByLabel('A word to them').fill('Would you pay this?')
  await look(page, 'ask')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('0 of 1 have read it').waitFor()
  await page.getByText(`${address}, without an account`).waitFor()
  await button(page, 'Send the letter again to Gil Moreau').click()
  await page.getByText('A letter went to them within the hour.').waitFor()
})

test('F1: one click in the letter, and page one is there on a phone; the secret leaves the address', async () => {
  await gil.goto(await linkTo(mailbox, address))
  await gil.waitForURL((url) => /^\/read\/[\da-f-]{36}$/.test(url.pathname))
  await gil.getByText('Ines asks what you think of its concept').waitFor()
  const first = gil.getByRole('region', { name: 'Page 1', exact: true })
  await first.waitFor()
  await first.getByText(passage).first().waitFor()
  expect(await gil.getByRole('navigation').count()).toBe(0)
  expect(await gil.getByRole('link').count()).toBe(0)
  await look(gil, 'reading')
  await gil.setViewportSize({ width: 390, height: 844 })
})

test('F1: they comment on words and on the whole, and say that they have read it; the answer comes to them by itself', async () => {
  await selectWords(gil.getByText(passage).first(), offered())
  await offered().click()
  await gil.getByRole('textbox').first().fill('Is that so in winter?')
  await gil.keyboard.press('Control+Enter')
  await gil.getByText('Is that so in winter?').first().waitFor()
  expect(await button(gil, 'Resolve').count()).toBe(0)
  await look(gil, 'commented')
  await gil.setViewportSize({ width: 390, height: 844 })
  await gil.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  await button(gil, 'Comment on the whole').click()
  await gil.getByRole('textbox').first().fill('We would pay forty a month.')
  await look(gil, 'whole')
  await gil.setViewportSize({ width: 390, height: 844 })
  await gil.getByRole('dialog').getByRole('button', { name: 'Comment', exact: true }).click()
  await gil.getByText('Your comment is with its authors.').waitFor()
  await button(gil, 'I have read it').click()
  await gil.getByText('Ines is told that you have read it.').waitFor()
  await button(gil, 'Not read after all').waitFor()

  const { page } = ines
  await page.reload()
  await page.getByText('1 of 1 have read it').waitFor()
  await page.getByText('has read it · 2 comments').waitFor()
  await look(page, 'came-back')
  await page.setViewportSize({ width: 1440, height: 900 })

  const [thread] = (await ines.get(`/editions/${held.editionId}/comments`)) as { id: string }[]
  await ines.post(`/comments/${thread?.id}/replies`, { text: 'From November on, yes.' })
  await gil.getByRole('button', { name: /2 comments/ }).click()
  await gil.getByText('From November on, yes.').first().waitFor()
  await gil.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
})

test('F1: nothing else of the company is there for them, whatever they type', async () => {
  const at = gil.url()
  for (const path of ['/', '/ideas', `/editions/${held.editionId}`, `/ideas/${held.initiativeId}`]) {
    await gil.goto(`${company.url}${path}`)
    await gil.getByRole('heading', { name: 'You are a guest here' }).waitFor()
  }
  expect(
    await gil.request.get(`${company.url}/api/editions/${held.editionId}/pdf`).then((r) => r.status()),
  ).toBe(403)
  await gil.goto(at)
  await gil.getByText(passage).first().waitFor()
})

test('A3: the link is ended, and within a second the page shows nothing of the document', async () => {
  const { page } = ines
  await button(page, 'End the link of Gil Moreau').click()
  await page.getByText('The link of Gil Moreau opens nothing any more.').waitFor()
  await gil.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor({ timeout: 1_000 })
  expect(await gil.getByText(passage).count()).toBe(0)
  await look(gil, 'over')
  await gil.goto(await linkTo(mailbox, address))
  await gil.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor()
})

test('F1: the draft is read the same way, and the company’s settings shut it and open it again', async () => {
  await ines.call('feedback/ask', {
    narrativeId: held.narrativeId,
    key: crypto.randomUUID(),
    editionId: null,
    round: 'peers',
    wants: ['form'],
    people: [],
    outside: [{ address: 'rui@harbour.example' }],
    due: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  })
  await gil.setViewportSize({ width: 390, height: 844 })
  await gil.goto(await linkTo(mailbox, 'rui@harbour.example'))
  await gil.getByText('The draft, as it stood when you opened it').waitFor()
  await gil.getByText(passage).first().waitFor()
  await look(gil, 'draft')
  await gil.setViewportSize({ width: 390, height: 844 })
  await selectWords(gil.getByText(passage).first(), offered())
  await offered().click()
  await gil.getByRole('textbox').first().fill('Say when.')
  await gil.keyboard.press('Control+Enter')
  await gil.getByText('Say when.').first().waitFor()
  await expect
    .poll(() => ines.get(`/narratives/${held.narrativeId}/comments`))
    .toContainEqual(
      expect.objectContaining({ text: 'Say when.', anchor: expect.objectContaining({ state: 'exact' }) }),
    )
  await gil.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  const { page } = ines
  await page.goto(`${company.url}/settings`)
  await page.getByText('rui@harbour.example', { exact: true }).scrollIntoViewIfNeeded()
  await look(page, 'settings')
  await page.getByText('Forbidden', { exact: true }).click()
  await gil.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await gil.goto(await linkTo(mailbox, 'rui@harbour.example'))
  await gil.getByText(passage).first().waitFor()
})
