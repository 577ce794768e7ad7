import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * `npm run dev`: the server, started again when a source of it changes, and vite, which shows a change in
 * the browser at once and hands everything else to the server. Ctrl-C ends both.
 */
const root = join(import.meta.dirname, '..')
const port = process.env.PORT ?? '3000'
const server = `http://${process.env.HOST ?? '127.0.0.1'}:${port}`

const children: ChildProcess[] = [
  // SIGTERM lets the server stop its database before it starts again
  start(['--watch', '--watch-kill-signal=SIGTERM', 'packages/cli/bin/foreword.mjs', 'start', '--port', port]),
  start(['node_modules/vite/bin/vite.js', 'packages/web'], { FOREWORD_SERVER: server }),
]

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
for (const child of children) child.on('exit', end)

function start(args: string[], extra: Record<string, string> = {}) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...extra } })
}

function end() {
  for (const child of children) child.kill('SIGTERM')
}
