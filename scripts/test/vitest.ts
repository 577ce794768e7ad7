import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Count, countReport, nothing, type Report } from './report.ts'

const root = join(import.meta.dirname, '../..')

/** Runs vitest projects together, showing its own output, and counts what it reports. */
export async function runTests(projects: string[], reports: string): Promise<Count> {
  const report = join(reports, `${projects.join('-')}.json`)
  const code = await run([
    ...['run', ...projects.flatMap((name) => ['--project', name])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ])
  const count = read(report)
  // a worker that crashed, an error outside any test, or no test at all
  if (code !== 0 && count.failed.length === 0) {
    const because = `vitest ended with ${code}, though no test failed`
    return { ...count, failed: [{ name: projects.join(' and '), because }] }
  }
  return count
}

function run(args: string[]) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
}

function read(file: string): Count {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return nothing
  }
  return countReport(report, root)
}
