import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { barriers } from '../../e2e/axe.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** The narrowest phone; nothing is drawn at it, only looked at for what sticks out. */
const NARROWEST_PX = 320

/** Somebody at two screens at once: a desktop and a phone, signed in on both. */
export interface Sitter {
  wide: Page
  phone: Page
  context: BrowserContext
}

export async function sitDown(browser: Browser): Promise<Sitter> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })
  const hand = await browser.newContext({
    viewport: PHONE,
    reducedMotion: 'reduce',
    hasTouch: true,
    isMobile: true,
  })
  return { context, wide: await context.newPage(), phone: await hand.newPage() }
}

/** Carries whoever came in on the desktop over to the phone. */
export async function signInOnBoth({ context, phone }: Sitter): Promise<void> {
  await phone.context().addCookies(await context.cookies())
}

export interface Shot {
  who: Sitter
  name: string
  /** Brings the screen about, on each of the two pages. */
  come: (page: Page) => Promise<unknown>
  /** Only what is on screen, where bars stand at its edges; else the page from head to foot. */
  still?: boolean
  /** Gone in a few seconds: brought about anew for each picture. */
  fleeting?: boolean
}

/** Draws each screen wide and narrow, light and dark, and keeps what axe or the edges of the screen have against it. */
export function camera(folder: string) {
  const problems: string[] = []

  async function shoot({ who, name, come, still = false, fleeting = false }: Shot): Promise<void> {
    for (const [at, page] of [
      ['1440', who.wide],
      ['390', who.phone],
    ] as const) {
      const against = (problem: string) => problems.push(`${name} ${at}: ${problem}`)
      try {
        await come(page)
        await settle(page)
      } catch (error) {
        against(`could not be reached: ${String(error).split('\n', 1)[0]}`)
      }
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        if (fleeting) await come(page)
        await settle(page)
        const path = join(folder, `${name}-${at}-${theme}.png`)
        // what is fixed to the screen would stand in the middle of the page
        if (!still) await page.evaluate(() => window.scrollTo(0, 0))
        await page.screenshot({ path, fullPage: !still })
        for (const barrier of await barriers(page)) against(`${theme}: ${barrier}`)
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      for (const part of await sticksOut(page)) against(`wider than the screen: ${part}`)
      if (at === '390') {
        await page.setViewportSize({ ...PHONE, width: NARROWEST_PX })
        for (const part of await sticksOut(page)) against(`wider than ${NARROWEST_PX} px: ${part}`)
        await page.setViewportSize(PHONE)
      }
    }
    console.log(name)
  }

  return { shoot, problems }
}

/** A colour that changes passes on to what inherits it a moment later, so axe waits for the last one. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  // what opens by a transition is drawn two frames after it was asked for
  await page.waitForTimeout(150)
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      document.getAnimations().every(({ playState }) => playState !== 'running') &&
      [...document.querySelectorAll('.dialog-veil')].every((veil) => getComputedStyle(veil).opacity === '1'),
  )
}

/** The outermost elements that reach beyond the right edge of a page that can be pushed sideways. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    const named = beyond.slice(0, 3).map((element) => `<${element.localName} class="${element.className}">`)
    return [`${scrollWidth} of ${clientWidth} px, ${named.join(', ')}`]
  })
}
