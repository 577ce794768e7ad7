import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriers } from './axe.ts'

/**
 * Looks at a page as it stands, light and dark: nothing bars anybody, nothing sticks out at the side. With
 * FOREWORD_SHOTS a picture of each is kept in that folder.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page), `${name}, ${colorScheme}`).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${name}, how wide it is`).toBeLessThanOrEqual(width)
    const folder = process.env.FOREWORD_SHOTS
    if (!folder) continue
    await mkdir(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` })
  }
}
