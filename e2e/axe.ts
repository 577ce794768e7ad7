import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds in a page that has come to rest, or in the part of it that a selector names, each with the first element it is about; empty when nothing. */
export async function barriers(page: Page, within?: string): Promise<string[]> {
  const found = await barriersNow(page, within)
  if (found.length === 0) return found
  // a page that is laid out anew for another width or scheme may take more than those frames: what stands, stands
  await page.waitForTimeout(1_000)
  return barriersNow(page, within)
}

async function barriersNow(page: Page, within: string | undefined): Promise<string[]> {
  // half faded in, words have too little contrast; what a change sets in motion moves from the next frame on
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  // evaluated, not added as an element: that the page’s policy refuses
  await page.evaluate(axe)
  // evaluated as text: what axe is, only that page knows
  const found: unknown = await page.evaluate(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)].join(": ")))`,
  )
  return Array.isArray(found) ? found.map(String) : ['axe gave no list']
}
