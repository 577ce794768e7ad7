#!/usr/bin/env node
// Started by whatever Node there is; the rest needs the one that the project brings.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ownNode = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))

if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import('./lean.mjs')
  await import('../src/main.ts')
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // Ctrl-C reaches both; a signal sent to this process alone is passed on
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 1
    if (signal) process.kill(process.pid, signal)
  })
} else {
  console.error('Foreword is not installed whole. Run "npm ci" in its folder, then start it again.')
  process.exitCode = 1
}
