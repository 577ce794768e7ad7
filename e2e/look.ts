import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers } from './axe.ts'
import { pictures } from './company.ts'

/**
 * A page wide and on a phone, light and dark: nothing bars anybody, nothing sticks out at the side, and a picture of each
 * is kept. It is left wide and light.
 */
export async function lookWideAndNarrow(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      const what = `${name}-${colorScheme}-${width}`
      expect(await barriers(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
      await page.screenshot({ path: join(pictures, `${what}.png`), fullPage: true })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
