import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything the built web app is made from. */
const SOURCES = ['packages/web', 'packages/core', 'packages/document', 'package-lock.json']
const NOT_SOURCES = new Set(['dist', 'node_modules'])
const BUILT = 'packages/web/dist'
const BUILDING = '.foreword-web-new'
const REPLACED = '.foreword-web-old'
/** Lies among what it speaks of, so that the two come and go together. */
const STAMP = '.built-from'

/**
 * Whether what is built was built from other sources than there are now: edited, added, removed or older.
 * @param {string} root
 */
export function webIsStale(root) {
  if (!existsSync(join(root, 'packages/web/index.html'))) return false
  try {
    return readFileSync(join(root, BUILT, STAMP), 'utf8') !== fingerprint(root)
  } catch {
    return true
  }
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function buildWeb(root, say) {
  say('Building the web app.')
  // taken before the build: what is edited during it is built again next time
  const builtFrom = fingerprint(root)
  const [built, building, replaced] = [BUILT, BUILDING, REPLACED].map((folder) => join(root, folder))
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    ['node_modules/vite/bin/vite.js', 'build', 'packages/web', '--outDir', building, '--emptyOutDir'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0) {
    rmSync(building, { recursive: true, force: true })
    throw new Error(`The web app does not build:\n${(stderr || stdout).trim()}`)
  }
  writeFileSync(join(building, STAMP), builtFrom)
  // a server that runs meanwhile never finds the folder half full
  rmSync(replaced, { recursive: true, force: true })
  if (existsSync(built)) renameSync(built, replaced)
  renameSync(building, built)
  rmSync(replaced, { recursive: true, force: true })
  say('Built.')
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256')
  /** @param {string} path */
  function add(path) {
    const { mtimeMs, size } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  /** @param {string} folder */
  function walk(folder) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (NOT_SOURCES.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) add(path)
    }
  }
  for (const source of SOURCES) {
    if (statSync(join(root, source)).isDirectory()) walk(source)
    else add(source)
  }
  return hash.digest('hex')
}
