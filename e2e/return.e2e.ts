import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { button, type Company, openCompany, type Person, pictures } from './company.ts'

/** R17: a meeting that decides to revise, the next edition, and the meeting that returns to it. One story. */
let company: Company
let ines: Person
let omar: Person
let priya: Person
let jun: Person
/** What the meeting of before left behind. */
let first: { initiativeId: string; narrativeId: string }
let second: Awaited<ReturnType<Company['schedule']>>

const written = `# Tidewatch texts growers at five whether they may harvest

WESTPORT, Washington, 3 March 2028. Tidewatch today began sending oyster growers one text at five in the morning that says whether their beds are open.

Until now a grower learned of a closure from a recording updated between seven and nine, after the first boats had left.

A sensor at each of 14 stations measures the water every ten minutes. When it is safe to harvest, and when it is not, a text says so before anybody has left the harbour.

“I threw back 1,100 dozen last winter because the recording was late,” said Dana Roe, who grows oysters on 60 acres.

## FAQ

**Q: What does it cost?**
A: Nothing in the first season. After that 40 dollars a month for each lease, which the port collects with the mooring.

**Q: What if a station is down?**
A: The text says that it does not know, and the rules of the recording hold.
`

const roles = {
  Ines: ['facilitator', 'author', 'note-taker', 'reader'],
  Omar: ['reader'],
  Priya: ['decider', 'reader'],
  Jun: ['reader'],
} as const
const asked = {
  omar: 'How often was the recording wrong last winter?',
  priya: 'Who answers when a grower calls at six?',
  jun: 'What does a sensor cost to keep?',
}

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar', 'Priya', 'Jun'])
  ;[ines, omar, priya, jun] = company.people as [Person, Person, Person, Person] // as many as were named
})
afterAll(() => company?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await company.photograph('failed-return')
})

const held = (names: readonly (keyof typeof roles)[]) =>
  Object.fromEntries(names.map((name) => [name, [...roles[name]]]))
const act = (who: Person, meetingId: string, path: string, data: object = {}) =>
  who.post(`/meetings/${meetingId}/${path}`, { key: randomUUID(), ...data })
const phaseOf = async (who: Person, meetingId: string) =>
  (await who.get(`/meetings/${meetingId}/room`)).room.phase

async function passageOf(editionId: string, words: string) {
  const edition = await ines.get(`/editions/${editionId}`)
  const find = (node: {
    attrs?: { id?: string }
    content?: never[]
    text?: string
  }): { id: string; text: string } | null => {
    const text = (node.content ?? []).map((child: { text?: string }) => child.text ?? '').join('')
    if (node.attrs?.id && text.includes(words)) return { id: node.attrs.id, text }
    for (const child of node.content ?? []) {
      const found = find(child)
      if (found) return found
    }
    return null
  }
  const block = find(edition.document)
  if (!block) throw new Error(`nothing says “${words}”`)
  const from = block.text.indexOf(words)
  return { blockId: block.id, from, to: from + words.length, quote: words }
}

test('R17: a first meeting shows nothing of a return; it decides to revise, and leaves its questions with their ends', async () => {
  const { initiativeId, narrativeId } = await ines.bring(written)
  first = { initiativeId, narrativeId }
  const everybody = [ines, omar, priya, jun]
  const { meetingId, editionId, address } = await company.schedule(
    'decide',
    held(['Ines', 'Omar', 'Priya', 'Jun']),
    first,
  )
  await omar.page.goto(address)
  await omar.page.getByText('Who is here').waitFor()
  for (const who of everybody) await act(who, meetingId, 'join')
  await act(ines, meetingId, 'start')
  await omar.page.getByText('recording updated').first().waitFor()
  expect(await omar.page.getByRole('region', { name: 'Cover sheet' }).count()).toBe(0)
  expect(await phaseOf(omar, meetingId)).toMatchObject({ cover: null })

  const on = await passageOf(editionId, 'a recording updated between seven and nine')
  const ask = async (who: Person, text: string, where: typeof on | null) =>
    (await act(who, meetingId, 'questions', { text, on: where })).id as string
  const his = await ask(omar, asked.omar, on)
  const hers = await ask(priya, asked.priya, null)
  const owed = await ask(jun, asked.jun, null)
  for (const [who, want] of [
    [omar, 'not-yet'],
    [priya, 'not-yet'],
    [jun, 'yes'],
  ] as const) {
    await act(who, meetingId, 'reading/finished')
    await act(who, meetingId, 'one-question', { want })
  }
  await act(ines, meetingId, 'reading/finished')
  await act(ines, meetingId, 'reveal', { because: 'All have read.' })
  await expect.poll(async () => (await phaseOf(ines, meetingId)).name, { timeout: 30_000 }).toBe('discussion')
  await act(ines, meetingId, `questions/${his}/faq`)
  await act(ines, meetingId, `questions/${hers}/end`, {
    state: { name: 'answered-in-the-room', answer: 'The port, until eight.' },
  })
  await act(ines, meetingId, `questions/${owed}/end`, {
    state: { name: 'research-owed', owner: ines.id, due: '2099-01-07' },
  })
  await act(ines, meetingId, 'experience', {
    experience: 'One text at five.',
    why: 'The tide is the margin.',
  })
  await act(ines, meetingId, 'decision/begin')
  await act(priya, meetingId, 'decision', {
    decision: {
      outcome: { name: 'revise' },
      decider: priya.id,
      because: 'nobody has counted the mornings on which it was wrong',
    },
  })
  await act(ines, meetingId, 'close')
  await omar.page.goto('about:blank')
})

test('R17: the author answers in the draft, and the next edition is met', async () => {
  const { page } = ines
  await page.goto(`${company.url}/drafts/${first.narrativeId}`)
  const entry = page.locator('.draft [data-faq-entry]', { hasText: asked.omar })
  await entry.waitFor()
  await entry.locator('p').last().click()
  await page.keyboard.type(
    'On 46 of 210 mornings it said open when the beds were closed, or the other way round.',
  )
  // before its first word
  await page.locator('.draft p', { hasText: 'Until now a grower' }).click({ position: { x: 1, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('For eleven years it was so. ')
  await expect
    .poll(() => page.locator('footer').getByRole('status').last().innerText(), { timeout: 30_000 })
    .toBe('Saved')
  second = await company.schedule('decide', held(['Ines', 'Omar', 'Priya']), first)
})

const cover = (page: Page) => page.getByRole('region', { name: 'Cover sheet' })
const aboutHis = (page: Page) => page.getByRole('group', { name: `Is it answered: ${asked.omar}` })

/** Wide and narrow, light and dark: no barrier that axe finds, nothing past the edge, and a picture to look at. */
async function looked(page: Page, what: string) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      // a picture waits until all of it is drawn in its colours
      await page.screenshot({ path: join(pictures, `return-${what}-${colorScheme}-${width}.png`) })
      expect(await barriers(page), `${what} ${colorScheme} ${width}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('R17: the room opens with the cover sheet: the decision, one’s own question with the lines that answer it, the others’', async () => {
  for (const { page } of [ines, omar, priya]) await page.goto(second.address)
  await ines.page.getByText('3 of 3').waitFor()
  const sheet = cover(omar.page)
  await sheet.getByText('Priya decided to have it revised, because nobody has counted').waitFor()
  await looked(omar.page, 'lobby')
  await button(ines.page, 'Start the silent reading').click()
  await omar.page.locator('.edition-line').first().waitFor()
  await sheet.getByText('Asked on line').waitFor()
  await sheet.getByText('It went into the FAQ.').waitFor()
  // the answer is read where the question stands, in the typesetter’s lines
  await sheet.getByText('On 46 of 210 mornings').waitFor()
  await sheet.getByRole('heading', { name: 'What others asked and is open' }).waitFor()
  await sheet.getByText(asked.jun).waitFor()
  expect(await sheet.getByText(asked.priya).count()).toBe(0)
  expect(await sheet.getByText(/^Page 1: /).count()).toBe(1)
  // outside the page count
  expect(await omar.page.locator('[data-page] #cover-sheet, #cover-sheet [data-page]').count()).toBe(0)
  await looked(omar.page, 'cover')
})

test('R17: a press goes to the lines, U goes back; J and K go from change to change, and B hides the bars for good', async () => {
  const { page } = omar
  await cover(page)
    .getByRole('button', { name: /^page \d, lines? \d/ })
    .first()
    .click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains('edition')), {
      timeout: 30_000,
    })
    .toBe(true)
  const answer = page.locator('.edition-line', { hasText: 'On 46 of 210 mornings' })
  const isSeen = () =>
    answer.evaluate((line) => {
      const { top, bottom } = line.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
  await expect.poll(isSeen, { timeout: 30_000 }).toBe(true)
  await button(page, 'Back to the cover sheet').waitFor()
  await page.keyboard.press('u')
  await cover(page).getByText('Priya decided to have it revised').waitFor()
  await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: 30_000 }).toBe(0)

  const bars = page.locator('.change-bars i')
  await expect.poll(() => bars.count(), { timeout: 30_000 }).toBeGreaterThan(1)
  await page.keyboard.press('j')
  await page.getByText(/^Change 1 of \d, page 1: line/).waitFor({ state: 'attached' })
  await page.keyboard.press('k')
  await page.getByText(/^Change (\d) of \1, page/).waitFor({ state: 'attached' })
  await looked(page, 'bars')
  await page.keyboard.press('b')
  await expect.poll(() => bars.count(), { timeout: 30_000 }).toBe(0)
  await page.reload()
  await page.locator('.edition-line').first().waitFor()
  await button(page, /^Show the bars/).waitFor()
  expect(await bars.count()).toBe(0)
  await button(page, /^Show the bars/).click()
  await expect.poll(() => bars.count(), { timeout: 30_000 }).toBeGreaterThan(1)
})

test('R17, R6: not yet is the asker’s to say, can be taken back, and reaches nobody while the room reads', async () => {
  const { page } = omar
  const heard = JSON.stringify(await phaseOf(priya, second.meetingId))
  const say = (name: string) => aboutHis(page).getByRole('button', { name })
  await say('That answers it').click()
  await aboutHis(page).getByText('Settled.').waitFor()
  await say('That answers it').click()
  await expect.poll(() => say('That answers it').getAttribute('aria-pressed')).toBe('false')
  // the line is cut as it is said, and the page is loaded again before it is back
  const onItsWay = '**/rpc/meetings/answerReturn*'
  await page.route(onItsWay, (route) => route.abort())
  await say('Not yet').click()
  await aboutHis(page).getByText('Not sent yet.').waitFor()
  await page.reload()
  await aboutHis(page).getByText('Not sent yet.').waitFor()
  await page.unroute(onItsWay)
  await aboutHis(page).getByText('The room takes it up when the questions open.').waitFor()
  await expect
    .poll(async () => (await phaseOf(omar, second.meetingId)).cover.own[0].accepted, { timeout: 30_000 })
    .toBe(false)
  expect(JSON.stringify(await phaseOf(priya, second.meetingId))).toBe(heard)
  await page.reload()
  await aboutHis(page).getByText('The room takes it up').waitFor()
  await looked(page, 'not-yet')

  await priya.page.getByRole('group', { name: `Is it answered: ${asked.priya}` }).waitFor()
  await button(priya.page, 'That answers it').click()
  await priya.page.getByText('Settled.').waitFor()
})

test('F5, R18: what is open from before opens the discussion, and the answers are compared edition by edition', async () => {
  for (const { page } of [omar, priya]) {
    await button(page, /^Finished/).click()
    await page.getByText('You have finished reading').waitFor()
  }
  await priya.page.getByText('Yes', { exact: true }).click()
  await button(priya.page, 'Seal the answer').click()
  await priya.page.getByText('Sealed until the questions open').first().waitFor()
  await act(ines, second.meetingId, 'reading/finished')
  await act(ines, second.meetingId, 'reveal', { because: 'All have read.' })
  const { page } = priya
  await page.getByText('Nobody asked anything new; 2 carried forward.').first().waitFor()
  await page.getByText('carried forward from edition 1').first().waitFor()
  const queue = page.getByRole('list', { name: 'All questions' })
  expect(await queue.getByText('carried forward').count()).toBe(2)
  await queue.getByText(asked.omar).waitFor()
  await queue.getByText(asked.jun).waitFor()
  expect(await queue.getByText(asked.priya).count()).toBe(0)
  // F5: and beside it the lines that were to answer it
  const large = page.getByRole('region', { name: 'The question at hand' })
  await large.getByText('Its entry in the FAQ').waitFor()
  await large.getByText('On 46 of 210 mornings').waitFor()
  await looked(page, 'discussion')

  await button(page, 'Would they want it?').click()
  const table = page.getByRole('table', { name: 'How the answers moved since the meetings before' })
  await table.waitFor()
  const rows = await table.locator('tbody tr').allInnerTexts()
  expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^Edition 1, .* 1 2 0$/),
    'Edition 2, now 1 0 0',
  ])
  await looked(page, 'wants')
})

test('R17: whoever reads the edition afterwards sees the same bars, and on a phone too', async () => {
  await jun.page.goto(`${company.url}/editions/${second.editionId}`)
  await jun.page.locator('.edition-line').first().waitFor()
  const bars = jun.page.locator('.change-bars i')
  await expect.poll(() => bars.count(), { timeout: 30_000 }).toBeGreaterThan(1)
  await jun.page.getByText('Since the last meeting read edition 1').waitFor()
  await looked(jun.page, 'edition')
  await jun.page.setViewportSize({ width: 390, height: 844 })
  // beside the rows as the phone draws them
  const beside = () =>
    jun.page.evaluate(() => {
      const bar = document.querySelector('.change-bars i')?.getBoundingClientRect()
      const line = [...document.querySelectorAll('.edition-line')]
        .find((each) => each.textContent?.includes('For eleven years'))
        ?.getBoundingClientRect()
      return (
        bar !== undefined &&
        line !== undefined &&
        Math.abs(bar.top - line.top) < 3 &&
        bar.right <= line.left + 2
      )
    })
  await expect.poll(beside, { timeout: 30_000 }).toBe(true)
  await jun.page.keyboard.press('b')
  await expect.poll(() => bars.count(), { timeout: 30_000 }).toBe(0)
})
