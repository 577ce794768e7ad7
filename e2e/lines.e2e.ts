import { writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesInPdf, type PdfLine, pagesInPdf } from '../packages/server/src/test/pdf-lines.ts'
import { sixPageGuide } from '../packages/server/src/test/six-pages.ts'
import { barriers } from './axe.ts'
import { type Company, openCompany, type Person } from './company.ts'

/** Pages and lines are the same wherever they are met: the draft, the edition at any width, the PDF and paper. */
let company: Company
let ines: Person

const MINUTES_FOR_A_PAGE = 3

beforeAll(async () => {
  company = await openCompany(['Ines'], { viewport: { width: 1440, height: 1000 } })
  ;[ines] = company.people as [Person] // as many as were named
})

afterAll(() => company?.close())

/** A page of the edition at a width, with its lines there. */
async function opened(editionId: string, width: number): Promise<Page> {
  const page = await ines.context.newPage()
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${company.url}/editions/${editionId}`)
  await page.locator('.edition-line').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** For who looks at what they changed: SHOTS names a folder. */
async function shot(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
}

/** Words without spaces, which a PDF leaves out at will; two characters share the glyph of an apostrophe. */
const bare = (text: string) => text.replace(/[\s\u200b\ufffc]/gu, '').replaceAll('ʼ', '’')
const pagesSaid = (count: number) => `${count} ${count === 1 ? 'page' : 'pages'}`

interface Shown {
  line: number
  page: number
  text: string
  /** How far the number stands from the middle of the row its line begins in, in pixels. */
  apart: number
}

/** Every number of the edition with the page it is on and the words under it. In a table several cells share one. */
const shownLines = (page: Page) =>
  page.evaluate(() => {
    const shown: Shown[] = []
    for (const number of document.querySelectorAll<HTMLElement>('.edition-number')) {
      const n = Number(number.dataset.n)
      const sheet = number.closest<HTMLElement>('.paper')
      const parts = [...(sheet?.querySelectorAll<HTMLElement>(`.edition-line[data-line="${n}"]`) ?? [])]
      const text = parts.map((part) => part.textContent).join('')
      const walker = document.createTreeWalker(number.parentElement ?? number, NodeFilter.SHOW_TEXT)
      const first = document.createRange()
      first.setStart(walker.nextNode() ?? number, 0)
      first.setEnd(first.startContainer, 1)
      const words = first.getClientRects()[0]
      const box = number.getBoundingClientRect()
      const apart = words ? Math.abs((words.top + words.bottom) / 2 - (box.top + box.bottom) / 2) : 1000
      shown.push({ line: n, page: Number(sheet?.dataset.page), text, apart })
    }
    return shown.sort((a, b) => a.line - b.line)
  })

/** The numbers in the margin of the draft, each with the row of words it stands at. */
const numbersInDraft = (page: Page) =>
  page.evaluate(() => {
    const draft = document.querySelector('.draft')
    const rows: { top: number; bottom: number; left: number; text: string }[] = []
    const walker = document.createTreeWalker(draft ?? document, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.nodeValue ?? ''
      for (let at = 0; at < value.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getClientRects()[0]
        if (box) rows.push({ top: box.top, bottom: box.bottom, left: box.left, text: value[at] ?? '' })
      }
    }
    return [...document.querySelectorAll('.line-number')].map((number) => {
      const box = number.getBoundingClientRect()
      const middle = (box.top + box.bottom) / 2
      const on = rows.filter(({ top, bottom }) => top < middle && middle < bottom)
      return {
        line: Number(number.textContent),
        text: on
          .sort((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(''),
      }
    })
  })

/** True when the words of a line of print are these, with at most a bullet or the number of a question before them. */
function saysTheSame(print: PdfLine, text: string): boolean {
  const words = bare(print.text)
  const at = words.indexOf(bare(text))
  return at >= 0 && /^[•\p{L}\p{N}.]{0,5}$/u.test(words.replace(bare(text), () => ''))
}

describe.each(['letter', 'a4'] as const)('on %s', (paper) => {
  let narrativeId: string
  let editionId: string
  let printed: PdfLine[]
  let pages: number
  let pressReleasePages: number
  /** Of the core: the appendix, which begins a page of its own, is not counted. */
  let minutes: number

  beforeAll(async () => {
    const settings = { paper, readingMinutesPerPage: MINUTES_FOR_A_PAGE }
    const answer = await ines.context.request.patch(`${company.url}/api/workspace`, {
      headers: { 'x-foreword': '1' },
      data: { settings },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    narrativeId = (await ines.bring(sixPageGuide())).narrativeId
    editionId = (await ines.call('narratives/freeze', { narrativeId })).id
    const pdf = await ines.context.request.get(`${company.url}/api/editions/${editionId}/pdf`)
    printed = await linesInPdf(new Uint8Array(await pdf.body()))
    pages = Math.max(...printed.map(({ page }) => page))
    pressReleasePages = lineBefore('ExternalFAQ').page
    minutes = lineBefore('Appendix').page * MINUTES_FOR_A_PAGE
  })

  function lineBefore(heading: string): PdfLine {
    const before = printed[printed.findIndex(({ text }) => bare(text) === heading) - 1]
    if (!before) throw new Error(`the guide has no “${heading}”, or begins with it`)
    return before
  }

  test('N3: the document is long enough to tell: six pages and an appendix, its lines numbered without a gap', () => {
    expect([minutes / MINUTES_FOR_A_PAGE, pages]).toEqual([6, 7])
    expect(printed.map(({ line }) => line)).toEqual(printed.map((_, at) => at + 1))
  })

  test('N3, N4, N5: the draft counts as the PDF does, in its status line and in its margin', async () => {
    const page = await ines.context.newPage()
    await page.goto(`${company.url}/drafts/${narrativeId}`)
    await page.locator('.line-number').first().waitFor()
    const foot = page.locator('footer')
    await foot.getByText(`Page 1 of ${pages}`).waitFor()
    await foot.getByText(`Press release ${pagesSaid(pressReleasePages)}`).waitFor()
    await foot.getByText(`${minutes} min to read`).waitFor()
    const numbers = await numbersInDraft(page)
    // where the browser breaks a paragraph otherwise only its first line is numbered
    expect(numbers.length).toBeGreaterThan(printed.length / 3)
    const elsewhere = numbers.filter(({ line, text }) => {
      const [before, said] = [printed[line - 2]?.text ?? '', printed[line - 1]?.text ?? '']
      // print may break an address after a slash, which this browser keeps whole
      const isAddress = /^\S*\/\S/.test(text)
      const words = bare(text).slice(0, 8)
      return words === '' || !bare(isAddress ? before + said : said).includes(words)
    })
    expect(elsewhere).toEqual([])
    expect(numbers.at(-1)?.line).toBeLessThanOrEqual(printed.length)
    await page.close()
  })

  test.each([1440, 800, 390])(
    'N4: at %d px each number stands at the words it has in the PDF',
    async (width) => {
      const page = await opened(editionId, width)
      const shown = await shownLines(page)
      expect(shown.map(({ line, page }) => [line, page])).toEqual(
        printed.map(({ line, page }) => [line, page]),
      )
      const other = printed.filter((print, at) => !saysTheSame(print, shown[at]?.text ?? '?'))
      expect(other).toEqual([])
      // at the row where its line begins, also where the paragraph flows
      expect(Math.max(...shown.map(({ apart }) => apart))).toBeLessThan(8)
      const about = await page.getByRole('complementary', { name: 'About this edition' }).innerText()
      expect(about).toContain(`${pages} pages, ${printed.length} lines, ${minutes} min`)
      expect(about).toMatch(new RegExp(`Press release\\s+${pagesSaid(pressReleasePages)}`))
      await page.close()
    },
  )

  test.each([1440, 390])(
    'N4: printed from a window of %d px, the pages are the PDF’s, with nothing around them',
    async (width) => {
      const page = await opened(editionId, width)
      await page.emulateMedia({ colorScheme: 'dark' })
      const print = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
      if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/print-${paper}-${width}.pdf`, print)
      const lines = await linesInPdf(print)
      expect(lines.map(({ line, page }) => [line, page])).toEqual(
        printed.map(({ line, page }) => [line, page]),
      )
      const other = lines.filter(({ text }, at) => bare(text) !== bare(printed[at]?.text ?? '?'))
      expect(other).toEqual([])
      // besides lines and numbers there is what stands at the foot, and no sheet without any
      const foots = await page.locator('.edition-foot').allTextContents()
      const lengths = foots.map((foot, at) =>
        lines
          .filter(({ page }) => page === at + 1)
          .reduce((sum, { line, text }) => sum + bare(`${line}${text}`).length, bare(foot).length),
      )
      expect((await pagesInPdf(print)).map((words) => bare(words).length)).toEqual(lengths)
      await page.close()
    },
  )
})

test('N4: characters that no face of the house has are named in the draft, before freezing and on the edition', async () => {
  const { narrativeId } = await ines.bring(
    '# Oysters (牡蠣)\n\nWESTPORT. Growers say 🦪, and in Arabic محار.\n',
  )
  const page = await ines.context.newPage()
  await page.goto(`${company.url}/drafts/${narrativeId}`)
  const foot = page.locator('footer')
  await foot.getByText('Cannot be printed: ا ح ر م 牡 蠣 and 1 more').waitFor()
  await shot(page, 'missing-draft-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await foot.getByText('7 not printed').waitFor()
  const saved = await foot.getByRole('status').last().boundingBox()
  expect((saved?.x ?? 0) + (saved?.width ?? 0)).toBeLessThanOrEqual(390 - 16)
  await shot(page, 'missing-draft-390')
  await page.getByRole('button', { name: 'Freeze edition 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Our typefaces do not have ا ح ر م 牡 蠣 🦪. The PDF shows an empty box').waitFor()
  expect(await barriers(page)).toEqual([])
  await shot(page, 'missing-freeze-390')
  await dialog.getByRole('button', { name: 'Freeze edition 1' }).click()
  await page.waitForURL(/\/editions\//)
  const about = page.getByRole('complementary', { name: 'About this edition' })
  await about.getByText('ا ح ر م 牡 蠣 and 1 more: an empty box for each in the PDF').waitFor()
  expect(await barriers(page)).toEqual([])
  await shot(page, 'missing-edition-390')
  await page.close()
})
