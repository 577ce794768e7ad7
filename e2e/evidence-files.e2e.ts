import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../packages/server/src/test/pictures.ts'
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

const board = { name: 'whiteboard.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 200)) }
const log = { name: 'harbour log.csv', mimeType: 'text/csv', buffer: Buffer.from('day,closed\nMonday,yes\n') }

/** Drops or pastes a picture where `selector` is, as a hand would. */
const bring = (page: Page, selector: string, how: 'drop' | 'paste', name: string) =>
  page.evaluate(
    ({ selector, how, name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      const event =
        how === 'drop'
          ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
          : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })
      document.querySelector(selector)?.dispatchEvent(event)
    },
    { selector, how, name, bytes: [...png(64, 48)] },
  )

test('W6: files are kept with a note and with a piece, shown, opened with where they come from, saved, and removed with an undo', async () => {
  const { page } = ines
  const { id } = await ines.post('/initiatives', { name: 'A text at five says whether oysters may be sold' })
  const people = [{ personId: omar.id, relation: 'reader' }]
  await ines.call('initiatives/share', { initiativeId: id, visibility: 'named', people })
  const address = `${company.url}/ideas/${id}/evidence`
  await page.goto(address)
  await page.getByLabel('What was found').fill('Nine of twelve growers drove out in vain')
  await page.getByLabel('Files for this note').setInputFiles([board, log])
  await bring(page, 'form textarea', 'paste', 'pasted.png')
  const chosen = page.getByRole('list', { name: 'Files to keep with it' })
  await expect.poll(() => chosen.getByRole('listitem').count()).toBe(3)
  await lookWideAndNarrow(page, 'evidence-files-chosen')
  await page.getByRole('button', { name: 'Leave out pasted.png' }).click()
  await button(page, 'Keep it').click()

  const piece = page.getByRole('list', { name: 'Evidence' }).locator('> li')
  const kept = (name: string) =>
    piece.getByRole('list', { name: 'Files', exact: true }).getByRole('button', { name })
  await kept('whiteboard.png').waitFor()
  await kept('harbour log.csv').waitFor()
  expect(await chosen.count()).toBe(0)

  // others see at once what is added
  await omar.page.goto(address)
  await omar.page.getByRole('button', { name: 'whiteboard.png' }).waitFor()
  await bring(page, 'ol[aria-label=Evidence] > li', 'drop', 'dropped.png')
  await kept('dropped.png').waitFor()
  await omar.page.getByRole('button', { name: 'dropped.png' }).waitFor()
  expect(await omar.page.getByRole('button', { name: /^(Add files|Remove)/ }).count()).toBe(0)
  await bring(page, 'ol[aria-label=Evidence] > li button', 'paste', 'image.png')
  await kept('image.png').waitFor()

  // what cannot be kept says which file and what to do, and the others stay
  const more = page.getByLabel('Files for “Nine of twelve')
  await more.setInputFiles([
    { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    { name: 'call.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 1) },
  ])
  await page.getByText('empty.pdf: There is nothing in this file. Choose another').waitFor()
  await page.getByText('call.wav: The file is larger than 20 MB').waitFor()
  await lookWideAndNarrow(page, 'evidence-files')
  await page.getByRole('button', { name: 'Leave out empty.pdf' }).click()
  await page.getByRole('button', { name: 'Leave out call.wav' }).click()

  // a long one says how far it is, and is given up
  await page.route('**/files', () => {})
  await more.setInputFiles({ name: 'long.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(1000, 1) })
  await page.getByRole('progressbar', { name: 'How far long.wav is' }).waitFor()
  await page.getByRole('button', { name: 'Cancel long.wav' }).click()
  await expect.poll(() => page.getByText('long.wav').count()).toBe(0)
  await page.unroute('**/files')

  await kept('whiteboard.png').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'whiteboard.png' })
  await dialog.getByText(/^by Ines, /).waitFor()
  const large = dialog.getByRole('img', { name: 'whiteboard.png' })
  await expect.poll(() => large.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(320)
  await lookWideAndNarrow(page, 'evidence-file-open')
  await page.keyboard.press('Escape')

  await kept('harbour log.csv').click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('link', { name: 'Save it' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe(log.name)
  expect(await readFile(await saved.path())).toEqual(log.buffer)
  await page.getByRole('button', { name: 'Remove harbour log.csv' }).click()
  await expect.poll(() => kept('harbour log.csv').count()).toBe(0)
  await button(page, 'Undo').click()
  await kept('harbour log.csv').waitFor()

  // a piece that is put back has its files
  await page.getByRole('button', { name: 'Remove “Nine of twelve' }).click()
  await page.getByText('Nothing is gathered yet').waitFor()
  await button(page, 'Undo').click()
  await kept('harbour log.csv').waitFor()
  await kept('whiteboard.png').waitFor()
})
