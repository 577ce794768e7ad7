import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, openCompany, type Person } from './company.ts'

/** One story, told in the order of the tests: a tab that was cut off for a day, while another wrote on. */
let company: Company
let ines: Person
let his: Page
let hers: Page
let narrativeId: string
const line = cable()

const DAY_MS = 24 * 60 * 60 * 1000
const DRAFT = `# Tidewatch tells growers at five

## Summary

Growers learn at noon.

## Problem

They lose a day.

## External FAQ

### What does it cost?

One euro.
`

beforeAll(async () => {
  company = await openCompany(['Ines', 'Omar'])
  const [first, omar] = company.people
  if (!first || !omar) throw new Error('a company of nobody')
  ines = first
  const brought = await ines.bring(DRAFT)
  narrativeId = brought.narrativeId
  await ines.call('initiatives/share', {
    initiativeId: brought.initiativeId,
    people: [{ personId: omar.id, relation: 'author' }],
  })
  await ines.context.routeWebSocket(/\/(collab|live)/, (socket) => line.plug(socket))
  hers = ines.page
  his = omar.page
  await Promise.all([hers, his].map(open))
})

afterAll(() => company?.close())

/** The wire between one person's browser and the server. */
function cable() {
  let isWhole = true
  const sockets = new Set<WebSocketRoute>()
  return {
    plug(socket: WebSocketRoute) {
      if (!isWhole) return void socket.close()
      socket.connectToServer()
      sockets.add(socket)
    },
    async cut() {
      isWhole = false
      await ines.context.setOffline(true)
      for (const socket of sockets) await socket.close()
      sockets.clear()
    },
    async mend() {
      isWhole = true
      await ines.context.setOffline(false)
    },
  }
}

async function open(page: Page) {
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  await words(page).getByText('One euro.').waitFor()
  await status(page).getByText('Saved', { exact: true }).waitFor()
}

const words = (page: Page) => page.locator('.draft')
const part = (page: Page, name: string) => words(page).locator(`[data-part="${name}"] p`).first()
const status = (page: Page) => page.locator('footer').getByRole('status').last()

async function write(page: Page, name: string, key: 'Home' | 'End', text: string) {
  await part(page, name).click()
  await page.keyboard.press(key)
  await page.keyboard.type(text)
}

/** What the line at the foot says from now on, in order. */
async function listen(page: Page) {
  await page.evaluate(() => {
    const said: (string | null)[] = []
    const foot = document.querySelector('footer')
    const look = () => {
      const now = [...document.querySelectorAll('footer [role="status"]')].at(-1)?.textContent ?? null
      if (now !== said.at(-1)) said.push(now)
    }
    look()
    if (foot)
      new MutationObserver(look).observe(foot, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { said })
  })
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)

/** What an edition frozen now holds: what the server has, and nothing of what a browser shows. */
async function onServer(): Promise<string> {
  const frozen = await ines.post(`/narratives/${narrativeId}/editions`)
  const edition = await ines.get(`/editions/${frozen.id}`)
  return JSON.stringify(edition.document)
}

test('cut off, a tab says so at once, and never that it is saved', async () => {
  await line.cut()
  await status(hers).getByText('Offline, kept in this browser').waitFor()
  await listen(hers)
  await write(hers, 'summary', 'End', ' Hers, behind.')
  await write(hers, 'problem', 'End', ' Hers in the problem.')
  expect(await heard(hers)).toEqual(['Offline, kept in this browser'])
})

test('leaving with words that are nowhere else is warned of', async () => {
  const asked = hers.waitForEvent('dialog')
  await hers.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  expect(hers.isClosed()).toBe(false)
  await part(hers, 'summary').getByText('Hers, behind.').waitFor()
})

test('A1: a day later, after restarts and a folded log, both sides have every word of both', async () => {
  await write(his, 'summary', 'Home', 'His, before. ')
  for (let hour = 1; hour <= 12; hour++) {
    await write(his, hour % 2 ? 'summary' : 'problem', 'End', ` Hour ${hour} of his day.`)
    if (hour % 6 === 0) {
      await status(his).getByText('Saved', { exact: true }).waitFor()
      company.wait(DAY_MS / 2)
      await company.restart()
      await status(his).getByText('Saved', { exact: true }).waitFor()
    }
  }
  await write(hers, 'summary', 'Home', 'Hers, before. ')
  await status(his).getByText('Saved', { exact: true }).waitFor()
  const meanwhile = await heard(hers)
  expect(meanwhile.filter((said) => !said.startsWith('Offline'))).toEqual([])

  await line.mend()
  await status(hers).getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
  const server = await onServer()
  const all = [
    'Growers learn at noon.',
    'They lose a day.',
    'Hers, behind.',
    'Hers, before. ',
    'Hers in the problem.',
    'His, before. ',
    ...Array.from({ length: 12 }, (_, hour) => ` Hour ${hour + 1} of his day.`),
  ]
  for (const sentence of all) {
    expect(server).toContain(sentence)
    await words(his).getByText(sentence.trim()).waitFor()
  }
  const bare = (page: Page) =>
    words(page).evaluate((draft) => (draft.textContent ?? '').replaceAll('\u2060', ''))
  await expect.poll(async () => (await bare(hers)) === (await bare(his))).toBe(true)
  // what she did is hers to take back, a day later still
  await undoIn(hers)
  await expect.poll(() => part(his, 'summary').textContent()).not.toContain('Hers, before. ')
  await part(his, 'summary').getByText('Hour 11 of his day.').waitFor()
})

const undoIn = async (page: Page) => {
  await words(page).focus()
  await page.keyboard.press('Control+z')
}

test('A1: words of a tab that was closed while it was cut off come with the next one', async () => {
  await status(hers).getByText('Saved', { exact: true }).waitFor()
  await line.cut()
  await status(hers).getByText('Offline, kept in this browser').waitFor()
  const typed = 'Before the tab was closed. '
  const before = await kept(hers)
  await write(hers, 'problem', 'Home', typed)
  // each letter is on this computer's disk a moment after it was typed
  await expect.poll(() => kept(hers)).toBeGreaterThanOrEqual(before + typed.length)
  await hers.close()
  await write(his, 'problem', 'End', ' While it was closed.')
  await status(his).getByText('Saved', { exact: true }).waitFor()
  expect(await onServerBy(his)).not.toContain('Before the tab was closed.')
  await line.mend()
  hers = await ines.context.newPage()
  await open(hers)
  await part(hers, 'problem').getByText('Before the tab was closed.').waitFor()
  await part(his, 'problem').getByText('Before the tab was closed.').waitFor()
  const server = await onServer()
  expect(server).toContain('Before the tab was closed. ')
  expect(server).toContain(' While it was closed.')
})

/** How many edits the browser's own journal of the draft has. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const answered = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const [journal] = (await indexedDB.databases())
      .map(({ name = '' }) => name)
      .filter((name) => name.startsWith('foreword-draft-') && !name.includes('uploads'))
      .sort()
      .reverse()
    const database = await answered(indexedDB.open(journal ?? ''))
    const count = await answered(database.transaction('updates').objectStore('updates').count())
    database.close()
    return count
  })

/** As `onServer`, asked by somebody whose line is whole. */
async function onServerBy(page: Page): Promise<string> {
  const frozen = await page.request.post(`${company.url}/api/narratives/${narrativeId}/editions`, {
    headers: { 'x-foreword': '1' },
    data: {},
  })
  const edition = await page.request.get(`${company.url}/api/editions/${(await frozen.json()).id}`)
  return edition.text()
}
