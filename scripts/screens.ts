import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { launchBrowser } from '../e2e/browser.ts'
import { fillSample, samplePassword } from '../packages/cli/src/demo.ts'
import { camera } from './screens/camera.ts'
import { colleague } from './screens/company.ts'
import { walkFirstVisit } from './screens/first-visit.ts'
import { openHouse } from './screens/house.ts'
import { walkPages } from './screens/pages.ts'
import { walkRoom } from './screens/room.ts'

/**
 * `npm run screens -- FOLDER [first-visit | pages | room]`: draws every screen of a sample company, wide and narrow,
 * light and dark, and ends with 1 when axe or the edge of a screen has something against one of them.
 */
const [folder, only] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Give a folder to draw into: npm run screens -- test-results/screens')
  process.exit(2)
}
mkdirSync(resolve(folder), { recursive: true })
const taken = camera(resolve(folder))
const browser = await launchBrowser()
const come = (url: string, role: string) => colleague(browser, url, `${role}@sample.example`, samplePassword)

const walks = {
  'first-visit': () => inHouse((url) => walkFirstVisit(url, browser, taken)),
  pages: () => inHouse(async (url) => walkPages(url, await come(url, 'author'), taken), 'filled'),
  room: () =>
    inHouse(async (url) => {
      const [author, engineer, finance] = await Promise.all([
        come(url, 'author'),
        come(url, 'engineer'),
        come(url, 'finance'),
      ])
      await walkRoom(url, { author, engineer, finance }, taken)
    }, 'filled'),
}
try {
  for (const [name, walk] of Object.entries(walks)) if (only === undefined || only === name) await walk()
} finally {
  await browser.close()
}
for (const problem of taken.problems) console.log(problem)
console.log(`${taken.problems.length} problems`)
process.exit(taken.problems.length > 0 ? 1 : 0)

async function inHouse(walk: (url: string) => Promise<void>, state?: 'filled') {
  const house = await openHouse()
  try {
    if (state === 'filled') await fillSample(house.url, null)
    await walk(house.url)
  } finally {
    await house.close()
  }
}
