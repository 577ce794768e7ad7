// Makes a clone ready: what npm runs before start, test, demo, dev and check. It comes before anything is
// installed, so it is plain JavaScript for Node 20 and imports nothing but Node.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, whatIsMissing } from './prepare/install.mjs'
import { takeTurn } from './prepare/turn.mjs'
import { buildWeb, webIsStale } from './prepare/web.mjs'

const root = join(fileURLToPath(import.meta.url), '../..')
const wantsWeb = !process.argv.includes('--without-web')

if (whatIsMissing(root) !== undefined || (wantsWeb && webIsStale(root))) {
  const endTurn = await takeTurn(root, say)
  try {
    // what another start did meanwhile need not be done again
    const missing = whatIsMissing(root)
    if (missing !== undefined) install(root, missing, say)
    if (wantsWeb && webIsStale(root)) buildWeb(root, say)
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  } finally {
    endTurn()
  }
}

/** @param {string} line */
function say(line) {
  console.log(line)
}
