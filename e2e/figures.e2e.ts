import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesInPdf } from '../packages/server/src/test/pdf-lines.ts'
import { png } from '../packages/server/src/test/pictures.ts'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** One story, told in the order of the tests: what a draft holds besides words, and its edition and PDF. */
let company: Company
let ines: Person
let page: Page
let narrativeId: string
let initiativeId: string
/** What a browser complained of, and whom it asked besides us. */
const complaints: string[] = []
const strangers: string[] = []

beforeAll(async () => {
  company = await openCompany(['Ines'], { viewport: { width: 1440, height: 1000 } })
  ;[ines] = company.people as [Person] // as many as were named
  ines.context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(company.url))
      strangers.push(request.url())
  })
  initiativeId = (await ines.call('initiatives/create', { name: 'Tidewatch' })).id
  narrativeId = (await ines.call('narratives/start', { initiativeId })).id
  page = ines.page
  listen()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await draft().getByText('External FAQ').waitFor()
  await part('summary').locator('p').first().click()
  await page.keyboard.type('Growers are told at five.')
}, 90_000)

function listen() {
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      complaints.push(message.text())
  })
}

afterAll(() => company?.close())

const draft = () => page.locator('.draft')
const part = (name: string) => draft().locator(`[data-part="${name}"]`)
const figure = (at: number) => draft().locator('figure.figure').nth(at)
const saved = () => page.locator('footer').getByRole('status').getByText('Saved', { exact: true }).waitFor()

/** Gives the draft files as a browser does when they are pasted, or let go over it. */
async function give(kind: 'paste' | 'drop', files: { name: string; bytes: Uint8Array }[]) {
  await page.evaluate(
    ([kind, files]) => {
      const data = new DataTransfer()
      for (const { name, bytes } of files)
        data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      const target = document.querySelector('.draft [data-part="summary"] p')
      if (target === null) throw new Error('no summary')
      const { left, bottom } = target.getBoundingClientRect()
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: data,
              clientX: left + 20,
              clientY: bottom - 4,
              bubbles: true,
              cancelable: true,
            })
      target.dispatchEvent(event)
    },
    [kind, files.map(({ name, bytes }) => ({ name, bytes: [...bytes] as unknown as Uint8Array }))] as const,
  )
}

/** Does what the palette offers by this name. */
async function choose(command: string) {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('What would you like to do?').fill(command)
  await page.getByRole('menuitem', { name: command }).first().click()
}

test('a pasted picture and two dropped ones stand in the draft, each as wide as it is printed', async () => {
  await give('paste', [{ name: 'quay.png', bytes: png(312, 200) }])
  await figure(0).locator('img').waitFor()
  await give('drop', [
    { name: 'a.png', bytes: png(1200, 500, 0x66) },
    { name: 'b.png', bytes: png(100, 80, 0xaa) },
  ])
  await expect.poll(() => draft().locator('figure img').count()).toBe(3)
  const widths = await draft()
    .locator('.figure-shown')
    .evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.style.width : '')))
  expect(widths.toSorted()).toEqual(['100%', '16.03%', '50%'])
})

test('A5: what is no picture is refused beside its place, with the remedy, and can be left out', async () => {
  await give('paste', [{ name: 'notes.png', bytes: new TextEncoder().encode('not a picture') }])
  await draft().getByText('notes.png: This is not a picture that can be kept.').waitFor()
  await draft().getByRole('button', { name: 'Leave it out' }).click()
  await expect.poll(() => draft().locator('.upload').count()).toBe(0)
})

test('a picture dropped while nobody answers is said not to be sent, and is sent when somebody does', async () => {
  await ines.context.setOffline(true)
  await give('paste', [{ name: 'late.png', bytes: png(90, 60, 0x22) }])
  await draft().getByText('late.png is not sent yet').waitFor()
  await ines.context.setOffline(false)
  await draft().getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => draft().locator('figure img').count()).toBe(4)
})

test('a picture that nobody took before the page was closed is sent from the next page, once', async () => {
  await saved()
  await ines.context.route('**/assets', (route) => route.abort())
  await give('paste', [{ name: 'later.png', bytes: png(80, 50, 0x33) }])
  await draft().getByText('It is kept in this browser, and sent when the server answers').waitFor()
  await page.close()
  page = await ines.context.newPage()
  listen()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await draft().getByText('later.png is not sent yet').waitFor()
  await ines.context.unroute('**/assets')
  await draft().getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => draft().locator('figure img').count()).toBe(5)
  await saved()
  await page.reload()
  await figure(4).waitFor()
  expect(await draft().locator('figure img').count()).toBe(5)
  expect(await draft().locator('.upload').count()).toBe(0)
})

test('where a browser keeps nothing, it says so and warns before the page is left', async () => {
  const keepsNothing = await company.openContext({
    storageState: await ines.context.storageState(),
    viewport: { width: 1440, height: 1000 },
  })
  await keepsNothing.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await keepsNothing.route('**/assets', (route) => route.abort())
  const before = page
  page = await keepsNothing.newPage()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await figure(4).waitFor()
  await page.locator('.draft[contenteditable="true"]').waitFor()
  await part('summary').locator('p').first().click()
  await give('paste', [{ name: 'lost.png', bytes: png(70, 40, 0x44) }])
  await draft().getByText('closing this page loses it').waitFor()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await draft().getByRole('button', { name: 'Leave it out' }).click()
  await expect.poll(() => draft().locator('.upload').count()).toBe(0)
  await keepsNothing.close()
  page = before
})

test('pulled by its edge it is as wide as that, by key a step at a time, and a step is taken back by itself', async () => {
  const widths = await draft()
    .locator('.figure-shown')
    .evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.style.width : '')))
  const wide = figure(widths.indexOf('100%'))
  const shown = () => wide.locator('.figure-shown').getAttribute('style')
  await wide.locator('img').click()
  const width = wide.locator('output')
  await expect.poll(() => width.textContent()).toBe('100 %')
  const handle = await wide.locator('.figure-handle').boundingBox()
  const column = await wide.boundingBox()
  if (!handle || !column) throw new Error('no handle')
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  // on both sides a fifth
  await page.mouse.move(x - column.width / 5, y, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => width.textContent()).toBe('60 %')
  await wide.getByRole('button', { name: 'Narrower' }).press('Enter')
  await expect.poll(() => width.textContent()).toBe('55 %')
  await draft().focus()
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toBe('width: 60%;')
})

test('what is typed with a picture at hand goes below it, a slash too, and the picture stays', async () => {
  const pictures = await draft().locator('figure img').count()
  await figure(1).locator('img').click()
  await page.keyboard.type('Below it.')
  await draft().locator('figure + p', { hasText: 'Below it.' }).waitFor()
  expect(await draft().locator('figure img').count()).toBe(pictures)
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+z')
  await expect.poll(() => draft().getByText('Below it.').count()).toBe(0)
  await figure(1).locator('img').click()
  await page.keyboard.type('/div')
  await page.getByRole('listbox', { name: 'Put in' }).getByRole('option', { name: 'Divider' }).click()
  await draft().locator('figure ~ hr').waitFor()
  expect(await draft().locator('figure img').count()).toBe(pictures)
  await draft().locator('hr').click()
  await page.keyboard.press('Backspace')
  await expect.poll(() => draft().locator('hr').count()).toBe(0)
  // taken out on purpose, and back again
  await figure(1).locator('img').click()
  await page.keyboard.press('Backspace')
  await expect.poll(() => draft().locator('figure img').count()).toBe(pictures - 1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => draft().locator('figure img').count()).toBe(pictures)
})

test('its caption, its words for who cannot see it and its width are set by key, and undone', async () => {
  await figure(0).locator('img').click()
  await figure(0).getByLabel('Caption').fill('The quay at five')
  await figure(0).getByLabel('For those who cannot see it').fill('A quay with one lamp lit')
  await figure(0).getByLabel('For those who cannot see it').press('Enter')
  await figure(0).locator('figcaption').getByText('The quay at five').waitFor()
  await figure(0).getByRole('button', { name: 'Wider' }).press('Enter')
  await expect.poll(() => figure(0).locator('output').textContent()).toBe('20 %')
  expect(await figure(0).locator('img').getAttribute('alt')).toBe('A quay with one lamp lit')
})

test('a footnote is put in by key, written beneath its number, and numbered in order', async () => {
  await part('summary').locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('Counted at Port Ellery.')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' Always.')
  expect(await part('summary').locator('p').first().textContent()).toBe(
    'Growers are told at five.Counted at Port Ellery. Always.',
  )
  expect(await draft().locator('.footnote.is-open').count()).toBe(0)
})

test('a diagram is drawn beside its source, its mistakes said by line, and kept as it was drawn', async () => {
  await part('solution').locator('p').first().click()
  await choose('Add a diagram')
  const diagram = draft().locator('figure.diagram')
  await diagram.locator('img').waitFor({ timeout: 90_000 })
  await page.keyboard.type('\nB -->')
  await diagram.getByText(/^Line \d+: /).waitFor({ timeout: 30_000 })
  await page.keyboard.type(' C[Sea]')
  await expect.poll(() => diagram.locator('.diagram-said').textContent(), { timeout: 60_000 }).toBe('')
  await expect
    .poll(() => diagram.locator('img').getAttribute('src'), { timeout: 30_000 })
    .toMatch(/^\/api\/narratives\/.*\/assets\//)
}, 180_000)

test('a sketch is drawn on the board and kept', async () => {
  await part('problem').locator('p').first().click()
  await choose('Draw a sketch')
  const board = page.getByRole('dialog', { name: 'Sketch' })
  const canvas = board.locator('canvas.interactive')
  await canvas.waitFor({ timeout: 60_000 })
  await page.keyboard.press('r')
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('no board')
  await page.mouse.move(box.x + 300, box.y + 250)
  await page.mouse.down()
  await page.mouse.move(box.x + 620, box.y + 420, { steps: 5 })
  await page.mouse.up()
  await board.getByRole('button', { name: 'Keep the sketch' }).click()
  await board.waitFor({ state: 'hidden' })
  await expect.poll(() => draft().locator('figure:not(.diagram) img[data-drawing]').count()).toBe(1)
}, 120_000)

test('the edition and its PDF show all of it, with the footnote as numbered lines at the foot of its page', async () => {
  await saved()
  const frozen = await ines.call('narratives/freeze', { narrativeId })
  const edition = await ines.call('narratives/edition', { editionId: frozen.id })
  expect(edition.figures.filter((one: { shows: unknown }) => one.shows !== null)).toHaveLength(7)
  const reading = await ines.context.newPage()
  await reading.goto(`${company.url}/editions/${frozen.id}`)
  await reading.locator('.edition .figure img').first().waitFor()
  for (const image of await reading.locator('.edition .figure img').all())
    await image.scrollIntoViewIfNeeded()
  await expect
    .poll(() =>
      reading
        .locator('.edition .figure img')
        .evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 0)),
    )
    .toBe(true)
  expect(await reading.locator('.edition .figure img').count()).toBe(7)
  const note = reading.locator('.edition-notes')
  expect(await note.textContent()).toContain('Counted at Port Ellery.')
  const number = Number(await note.locator('.edition-number').getAttribute('data-n'))
  const pdf = await ines.context.request.get(`${company.url}/api/editions/${frozen.id}/pdf`)
  const printed = await linesInPdf(new Uint8Array(await pdf.body()))
  expect(printed.find(({ line }) => line === number)?.text.replace(/\s/g, '')).toContain(
    'CountedatPortEllery.',
  )
  expect(await barriers(reading, '.edition')).toEqual([])
  await reading.close()
}, 60_000)

test('nobody else was asked for anything, and the policy of the page was never in the way', async () => {
  expect(strangers).toEqual([])
  expect(
    complaints.filter(
      (said) =>
        !/net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|WebSocket|Failed to load resource/.test(said),
    ),
  ).toEqual([])
})
