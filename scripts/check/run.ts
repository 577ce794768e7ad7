import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '../..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const checks: Record<string, [command: string, ...args: string[]]> = {
  types: [bin('tsc'), '-p', '.'],
  'lint and format': [bin('biome'), 'check', '--error-on-warnings', '--max-diagnostics=50'],
  'import rules': [process.execPath, 'scripts/check/run-imports.ts'],
  migrations: [process.execPath, 'scripts/generate-migrations.ts', '--check'],
}

/** Runs all of them at once, prints each as it ends, and what it complains of. */
export async function runChecks(): Promise<{ passed: number; failed: string[] }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, [command, ...args]]) => {
      const started = performance.now()
      const { output, passed } = await run(command, args)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)${passed ? '' : `\n${output.trim()}\n`}`)
      return { name, passed }
    }),
  )
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name)
  return { passed: results.length - failed.length, failed }
}

async function run(command: string, args: string[]) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { output: out + err, passed: code === 0 }
}
