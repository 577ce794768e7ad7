import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { type RunningServer, startServer } from '@foreword/server/start'
import type { BrowserContext, FileChooser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../packages/server/src/test/database.ts'
import { WordCopy } from '../packages/server/src/transfer/word.fixture.ts'
import { launchBrowser } from './browser.ts'
import { selectWords } from './company.ts'

/** One story, told in the order of the tests: a draft goes to somebody who works in Word, and comes back. */
let database: TestDatabase
let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let ines: BrowserContext
let page: Page
let folder: string
let returned: string
let narrativeId: string

const PASSWORD = 'a few plain words'
const SOURCE = `# Harbour opens to small boats

## Problem

Boats wait outside for hours, and skippers phone the port to ask.

## Internal FAQ

### Why now?

The berth is free from June.
`

beforeAll(async () => {
  ;[database, browser] = await Promise.all([freshDatabase(), launchBrowser()])
  server = await startServer({ ...readEnv({ DATABASE_URL: database.url }), port: 0 }, { tell: () => {} })
  folder = mkdtempSync(join(tmpdir(), 'word-'))
  ines = await browser.newContext()
  const who = { name: 'Ines', email: 'ines@example.com', password: PASSWORD, company: 'T' }
  await ines.request.post(`${server.url}/rpc/people/setUp`, {
    headers: { 'x-foreword': '1' },
    data: { json: who, meta: [] },
  })
  page = await ines.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
  if (folder) rmSync(folder, { recursive: true })
})

const words = () => page.locator('.draft')
const more = async (label: string | RegExp) => {
  await page.getByRole('button', { name: 'More to do with this draft' }).click()
  await page.getByRole('menuitem', { name: label }).click()
}

test('N10: a document is brought in', async () => {
  await page.goto(`${server.url}/start`)
  const bring = page.getByRole('button', { name: 'Bring a document' })
  await bring.click()
  const dialog = page.getByRole('dialog', { name: 'Bring a document' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({
    name: 'harbour.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(SOURCE),
  })
  await words().getByText('Boats wait outside').waitFor()
  narrativeId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
})

test('F2: somebody comments on words of the draft', async () => {
  const comment = page.getByRole('button', { name: 'Comment', exact: true })
  await selectWords(words().getByText('skippers phone'), comment)
  await comment.click()
  await page.getByRole('textbox', { name: /comment/i }).fill('How often?')
  await page.getByRole('button', { name: 'Comment', exact: true }).last().click()
  await page.getByRole('complementary').getByText('How often?').waitFor()
})

test('N10: the draft is exported as Word with its comments, and the choice is remembered', async () => {
  await more(/Export/)
  const dialog = page.getByRole('dialog', { name: 'Export the draft' })
  await dialog.getByRole('radio', { name: /^Word/ }).check()
  await dialog.getByRole('checkbox', { name: /Comments and open questions/ }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('Harbour opens to small boats.docx')
  const path = join(folder, 'out.docx')
  await saved.saveAs(path)
  await dialog.waitFor({ state: 'detached' })
  await more(/Export/)
  expect(await page.getByRole('radio', { name: /^Word/ }).isChecked()).toBe(true)
  await page.keyboard.press('Escape')

  const copy = new WordCopy(new Uint8Array(readFileSync(path)))
    .words('Boats wait', 'Two boats in three wait')
    .comment('Ann in Word', 'Name the port.', { on: 'The berth' })
    .comment('Ann in Word', 'Every morning.', { replyTo: 'How often?' })
    .renumbered()
  returned = join(folder, 'back.docx')
  writeFileSync(returned, Buffer.from(await copy.file().arrayBuffer()))
})

test('N10: what would change is shown before anything does', async () => {
  await more(/Bring back from Word/)
  const dialog = page.getByRole('dialog', { name: 'Bring back from Word' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose the Word file' }).click()
  await (await chooser).setFiles(returned)
  await dialog
    .getByText('1 place would change, 4 words added and 1 struck; 2 comments would come in.')
    .waitFor()
  await dialog.locator('ins', { hasText: 'Two boats in three' }).waitFor()
  await dialog.getByText('Name the port.').waitFor()
  await dialog.getByText('1 comment in the file is here already.').waitFor()
  expect(await words().innerText()).not.toContain('Two boats')
})

test('N10: it comes in, the comments hold, Word’s stand beside their words under the name in Word', async () => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Bring it into the draft' }).click()
  await page
    .getByRole('dialog', { name: 'Brought back from Word' })
    .getByRole('button', { name: 'Back to the draft' })
    .click()
  await words().getByText('Two boats in three wait outside for hours').waitFor()
  const margin = page.getByRole('complementary')
  await margin.getByText('Name the port.').waitFor()
  await margin.getByText('Every morning.').waitFor()
  expect(await margin.getByText('in Word, brought by Ines').count()).toBe(2)
  expect(await margin.getByText('Lost its place').count()).toBe(0)
  expect(await margin.getByText('How often?').count()).toBe(1)
})

test('N6: what came back is frozen as an edition', async () => {
  await page.getByRole('button', { name: /^Freeze edition/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Freeze edition/ })
    .click()
  await page.waitForURL('**/editions/*')
  await page.getByText('Two boats in three').first().waitFor()
})

test('N10: a file that is brought again has nothing more, and a hostile one is refused in words', async () => {
  await page.goto(`${server.url}/drafts/${narrativeId}`)
  await words().getByText('Two boats in three').waitFor()
  await more(/Bring back from Word/)
  const dialog = page.getByRole('dialog', { name: 'Bring back from Word' })
  const choose = async (file: Parameters<FileChooser['setFiles']>[0]) => {
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /Choose/ }).click()
    await (await chooser).setFiles(file)
  }
  await choose(returned)
  await dialog.getByText('The file says what the draft says already.').waitFor()
  await choose({ name: 'broken.docx', mimeType: 'application/zip', buffer: Buffer.from('PK not a zip') })
  await dialog.getByText('This is not a Word file, or it was damaged on its way.').waitFor()
})

/** What Word made of the exported file, chosen in the dialog that brings it back. */
async function bringBack(change: (copy: WordCopy) => WordCopy): Promise<Locator> {
  const exported = new WordCopy(new Uint8Array(readFileSync(join(folder, 'out.docx'))))
  const buffer = Buffer.from(await change(exported).file().arrayBuffer())
  await page.goto(`${server.url}/drafts/${narrativeId}`)
  await words().getByText('Two boats in three').waitFor()
  await more(/Bring back from Word/)
  const dialog = page.getByRole('dialog', { name: 'Bring back from Word' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose the Word file' }).click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await (await chooser).setFiles({ name: 'back.docx', mimeType, buffer })
  return dialog
}

test('N10: what was tracked in Word is shown, suggested by its author, and accepted here', async () => {
  const dialog = await bringBack((copy) => copy.tracked('Ann', 'free', 'empty'))
  await dialog.getByText('1 tracked change would come in as a suggestion').waitFor()
  await dialog.getByText('Suggested by Ann in Word').waitFor()
  await dialog.getByRole('button', { name: 'Bring it into the draft' }).click()
  const done = page.getByRole('dialog', { name: 'Brought back from Word' })
  await done.getByText('1 suggestion stands open.').waitFor()
  await done.getByRole('button', { name: 'Back to the draft' }).click()
  const note = page.getByRole('article', { name: 'Suggestion by Ann in Word' })
  await note.getByRole('button', { name: 'Accept' }).click()
  await words().getByText('The berth is empty from June.').waitFor()
  await note.waitFor({ state: 'detached' })
})

test('N10: a return is taken back from where it was brought in, with the comments that came with it', async () => {
  const dialog = await bringBack((copy) =>
    copy.words('for hours', 'for weeks').comment('Ann', 'Which port?', { on: 'Boats wait' }),
  )
  await dialog.getByRole('button', { name: 'Bring it into the draft' }).click()
  const done = page.getByRole('dialog', { name: 'Brought back from Word' })
  await words().getByText('for weeks').waitFor()
  await page.getByRole('complementary').getByText('Which port?').waitFor({ state: 'attached' })
  await done.getByRole('button', { name: 'Take it back' }).click()
  const taken = page.getByRole('dialog', { name: 'Taken back' })
  await taken.getByText('The draft says what it said before').waitFor()
  await taken.getByRole('button', { name: 'Back to the draft' }).click()
  await words().getByText('Two boats in three wait outside for hours').waitFor()
  await words().getByText('The berth is empty from June.').waitFor()
  await page.getByText('Which port?').waitFor({ state: 'detached' })
  expect(await page.getByText('How often?').count()).toBe(1)
})
