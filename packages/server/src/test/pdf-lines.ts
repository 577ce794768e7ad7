import { getDocumentProxy } from 'unpdf'

/** A numbered line as a PDF shows it to another program. */
export interface PdfLine {
  line: number
  page: number
  /** Everything that stands on it, from left to right: bullets and hanging numbers too. */
  text: string
}

interface Item {
  text: string
  size: number
  x: number
  y: number
}

const MARGIN_PT = 72
const NUMBER_PT = 7
/** Two lines of the smallest type stand further apart. */
const SAME_LINE_PT = 4

/** The numbered lines of a PDF, read with PDF.js, in the order of their numbers. What stands at the foot is left out. */
export async function linesInPdf(pdf: Uint8Array): Promise<PdfLine[]> {
  // PDF.js takes the bytes it is given away with it
  const read = await getDocumentProxy(pdf.slice())
  const lines: PdfLine[] = []
  for (let page = 1; page <= read.numPages; page++) {
    const items = await itemsOn(await read.getPage(page))
    const numbers = items.filter(isNumber)
    const words = items.filter((item) => !isNumber(item) && item.y > MARGIN_PT - SAME_LINE_PT)
    for (const { text, y } of numbers) {
      const on = words.filter((item) => Math.abs(item.y - y) < SAME_LINE_PT && nearest(numbers, item) === y)
      const inOrder = on.toSorted((a, b) => a.x - b.x).map((item) => item.text)
      lines.push({ line: Number(text), page, text: inOrder.join('') })
    }
  }
  await read.cleanup()
  return lines.sort((a, b) => a.line - b.line)
}

/** All the words of each page, in no order to rely on. */
export async function pagesInPdf(pdf: Uint8Array): Promise<string[]> {
  const read = await getDocumentProxy(pdf.slice())
  const pages: string[] = []
  for (let page = 1; page <= read.numPages; page++) {
    const items = await itemsOn(await read.getPage(page))
    pages.push(items.map(({ text }) => text).join(' '))
  }
  await read.cleanup()
  return pages
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

async function itemsOn(page: Page): Promise<Item[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return []
    const [size, , , , x, y] = item.transform
    return [{ text: item.str, size, x, y }]
  })
}

const isNumber = ({ x, size, text }: Item) =>
  x < MARGIN_PT && Math.abs(size - NUMBER_PT) < 0.1 && /^\d+$/.test(text)

function nearest(numbers: Item[], { y }: Item): number | undefined {
  return numbers.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0]?.y
}
