import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox, wordsOf } from '../packages/server/src/mail/mailbox.fixture.ts'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, passage, selectWords } from './company.ts'
import { lookWideAndNarrow } from './look.ts'

let company: Company
let ines: Person
let omar: Person
let held: Awaited<ReturnType<Company['schedule']>>
beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Noor'])
  ;[ines, omar] = company.people as [Person, Person]
  held = await company.schedule('improve', { Ines: ['facilitator', 'author'], Omar: ['reader'] })
}, 120_000)
afterAll(() => company?.close())

const look = ({ page }: Person, name: string) => lookWideAndNarrow(page, `feedback-${name}`)

test('F1: a round of feedback is asked for, read and commented on a phone, and comes back; scheduling says who has read it', async () => {
  const { page } = ines
  const scheduling = `${company.url}/ideas/${held.initiativeId}/meetings/new`
  await page.goto(scheduling)
  await page.getByText('Nobody was asked for feedback').waitFor()

  await page.goto(`${company.url}/ideas/${held.initiativeId}/feedback`)
  await page.getByText('Ask early, and ask again.').waitFor()
  await look(ines, 'first')
  // by keyboard alone, to the end
  await button(page, 'Ask for feedback').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page
    .getByLabel('What they read')
    .selectOption({ label: 'Edition 1 of Tidewatch texts growers at five whether they may harvest' })
  await page.getByLabel('Pricing').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Omar').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Noor').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('A word to them').fill('Would a grower pay this?')
  await look(ines, 'ask')
  await button(page, 'Ask 2 people').focus()
  await page.keyboard.press('Enter')
  await page.getByText('0 of 2 have read it').waitFor()

  await omar.page.goto(company.url)
  await omar.page.getByText('Ines asks about concept and pricing').waitFor()
  const [saved] = await Promise.all([
    omar.page.waitForEvent('download'),
    button(omar.page, 'All as one PDF').click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^To read, .*\.pdf$/)
  await look(omar, 'desk')
  await omar.page.setViewportSize({ width: 390, height: 844 })
  await omar.page.getByRole('link', { name: /^Read it/ }).click()
  await omar.page.getByText('asks what you think of its concept and pricing').waitFor()
  await omar.page.locator('.edition-desk').waitFor()
  expect(await omar.page.getByRole('link', { name: 'PDF' }).count()).toBe(0)
  expect(await omar.page.getByRole('navigation').count()).toBeLessThanOrEqual(1)
  await look(omar, 'reader')
  await omar.page.setViewportSize({ width: 390, height: 844 })
  await selectWords(omar.page.getByText(passage).first(), button(omar.page, 'Comment').first())
  await button(omar.page, 'Comment').first().click()
  await omar.page.getByRole('textbox').first().fill('Is that so in winter?')
  await omar.page.keyboard.press('Control+Enter')
  await omar.page.getByText('Is that so in winter?').first().waitFor()
  await omar.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await button(omar.page, 'I have read it').click()
  await omar.page.getByText('Ines is told that you have read it.').waitFor()

  await page.reload()
  await page.getByText('1 of 2 have read it').waitFor()
  await page.getByText('has read it · 1 comment').waitFor()
  await look(ines, 'came-back')
  await page.goto(scheduling)
  await page.getByText('1 of 2 who were asked has read it').waitFor()
  await look(ines, 'scheduling')
})

test('F1: the draft too is read with what is asked above it', async () => {
  const { page } = omar
  const request = await ines.call('feedback/ask', {
    narrativeId: held.narrativeId,
    key: crypto.randomUUID(),
    editionId: null,
    round: 'peers',
    wants: ['form'],
    people: [omar.id],
    due: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${company.url}/drafts/${held.narrativeId}?asked=${request.id}`)
  await page.getByText('asks what you think of its form').waitFor()
  await page.getByRole('link', { name: 'What changed since edition 1, which you read' }).waitFor()
  await look(omar, 'draft')
  await button(page, 'I have read it').click()
  await button(page, 'Undo').click()
  await page.getByText('Ines asks about form').waitFor()
})

test('F1: from the mail to the document in one click, and no more of these letters in two, without signing in', async () => {
  const mailbox = await openMailbox()
  try {
    await company.mailBy(mailbox.url)
    const [, , noor] = company.people as [Person, Person, Person]
    await ines.call('feedback/ask', {
      narrativeId: held.narrativeId,
      key: crypto.randomUUID(),
      editionId: held.editionId,
      round: 'peers',
      wants: ['economics'],
      people: [noor.id],
      due: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    })
    await expect.poll(() => mailbox.to('noor@example.com').length).toBe(1)
    const letter = mailbox.to('noor@example.com')[0]
    const words = letter ? wordsOf(letter) : ''
    await noor.page.goto(/http\S+asked=\S+/.exec(words)?.[0] ?? '')
    await noor.page.getByText('asks what you think of its economics').waitFor()

    const context = await company.openContext({})
    const stranger = { ...noor, page: await context.newPage() }
    await stranger.page.goto(/http\S+letters\/stop\S+/.exec(words)?.[0] ?? '')
    await button(stranger.page, 'Stop them').waitFor()
    await look(stranger, 'stop')
    await button(stranger.page, 'Stop them').click()
    await stranger.page.getByText('nothing more is mailed to you').waitFor()
    await stranger.page.goto(`${company.url}/letters/stop/nothing`)
    await stranger.page.getByText('belongs to no letter of ours').waitFor()
    expect(await barriers(stranger.page)).toEqual([])

    await noor.page.goto(`${company.url}/settings`)
    const choice = noor.page.getByLabel('Feedback asked of you')
    await choice.waitFor()
    expect(await choice.isChecked()).toBe(false)
    await choice.scrollIntoViewIfNeeded()
    await look(noor, 'letters')
    await choice.click()
    await noor.page.getByText('What is mailed to you is changed.').waitFor()
    expect(await choice.isChecked()).toBe(true)
  } finally {
    await mailbox.close()
  }
})
