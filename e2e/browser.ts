import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const isRoot = process.getuid?.() === 0

const INSTALLED_AT = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** It talks to our server alone: what a browser asks of its maker is turned off, and tests wait for none of it. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  // its sandbox cannot be set up by root
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** A headless Chromium with an empty profile; each context in it is a person of their own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), headless: true, args: FLAGS })
}

/** Where Chromium is: as CHROMIUM_PATH says, as a system has it, or as Playwright fetched it. */
export function findChromium(): string | undefined {
  const told = process.env.CHROMIUM_PATH
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return told
    throw new Error(`CHROMIUM_PATH is ${told}, where there is no file. Correct it, or leave it out.`)
  }
  return [...INSTALLED_AT, chromium.executablePath(), ...olderFromPlaywright()].find(
    (path) => path && existsSync(path),
  )
}

function olderFromPlaywright() {
  const caches = [process.env.PLAYWRIGHT_BROWSERS_PATH, join(homedir(), '.cache/ms-playwright')]
  return caches.flatMap((cache) => (cache ? globSync(join(cache, 'chromium-*/chrome-linux*/chrome')) : []))
}

function installChromium(): string {
  console.log('No Chromium is here. Installing it for the browser tests.')
  const isDebian = existsSync('/etc/debian_version')
  const tried = isRoot && isDebian ? installFromDebian() : installFromPlaywright()
  const found = findChromium()
  if (found) return found
  throw new Error(
    `Chromium could not be installed (${tried}). Install it yourself ("apt-get install chromium" on Debian), or set CHROMIUM_PATH to a Chromium or Chrome that is here.`,
  )
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
  const { status } = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return `apt-get ended with ${status}`
}

function installFromPlaywright() {
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return `Playwright's installer ended with ${status}`
}
