import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { freshDatabase } from '@foreword/server/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loaded } from './start-graph.fixture.ts'

/**
 * What belongs to its first use, with who needs it then. A module of these that is loaded at the start is loaded for
 * nobody: import it where it is used, or the action that uses it by `later` (docs/ARCHITECTURE.md).
 */
const ofFirstUse = {
  // reading and writing files
  micromark: 'Markdown in',
  'mdast-util-to-markdown': 'Markdown out',
  parse5: 'HTML in',
  saxes: 'Word in',
  fflate: 'Word in and out',
  // writing a document into a draft
  '@tiptap/y-tiptap': 'a draft that the server writes in',
  'prosemirror-view': 'an editor',
  '@myriaddreamin/typst-ts-node-compiler': 'pages',
  '@orpc/zod': 'the description of the API',
}
const ownOfFirstUse = [
  /document\/src\/checks\/rules\//,
  /document\/src\/guides\/(?!kinds)/,
  /document\/src\/(docx|html|markdown|word)\//,
]

/** It was 4.5 MB when this was written. Before raising it, see what came in and whether it can come later. */
const MOST_BYTES = 5_000_000

const folder = mkdtempSync(join(tmpdir(), 'foreword-loaded-'))
const database = await freshDatabase()
let loaded: Loaded

beforeAll(async () => {
  loaded = await loadedByTheStart()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

test('what belongs to its first use is not loaded at the start', () => {
  const packages = new Set(Object.keys(loaded).map(packageOf))
  const early = Object.keys(ofFirstUse).filter((name) => packages.has(name))
  const ownEarly = Object.keys(loaded).filter((url) => ownOfFirstUse.some((own) => own.test(url)))
  expect([...early, ...ownEarly]).toEqual([])
})

test('each package that is watched for is there to be loaded', () => {
  const installed = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
  expect(Object.keys(ofFirstUse).filter((name) => !existsSync(join(installed, name)))).toEqual([])
})

test('the start reads no more than it did', () => {
  const bytes = Object.values(loaded).reduce((total, size) => total + size, 0)
  const byPackage = Object.entries(Object.groupBy(Object.entries(loaded), ([url]) => packageOf(url)))
    .map(([name, files = []]) => ({ name, bytes: files.reduce((total, [, size]) => total + size, 0) }))
    .toSorted((one, other) => other.bytes - one.bytes)
  expect(bytes, JSON.stringify(byPackage.slice(0, 12))).toBeLessThan(MOST_BYTES)
})

async function loadedByTheStart(): Promise<Loaded> {
  const list = join(folder, 'loaded.json')
  const watching = fileURLToPath(new URL('./start-graph.fixture.ts', import.meta.url))
  const command = fileURLToPath(new URL('../bin/foreword.mjs', import.meta.url))
  const app = spawn(process.execPath, ['--import', pathToFileURL(watching).href, command, 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOADED_MODULES: list,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      FOREWORD_DATA: folder,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(app, 'exit')
  const lines = createInterface({ input: app.stdout })
  let isReady = false
  lines.on('line', (line) => {
    if (!line.includes('ready at')) return
    isReady = true
    app.kill('SIGTERM')
  })
  await ended
  // an app that fell over loads little
  if (!isReady) throw new Error('the app did not start')
  return JSON.parse(readFileSync(list, 'utf8'))
}

function packageOf(url: string): string {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? 'ours'
}
