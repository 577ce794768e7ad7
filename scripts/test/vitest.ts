import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Count = {
  passed: number
  failed: number
  skipped: string[]
  /** Tests over a second, the slowest first. */
  slow: { name: string; seconds: number }[]
}

const root = join(import.meta.dirname, '../..')
const SLOW_SECONDS = 1

/** Runs vitest projects together, showing its own output, and counts what it reports. */
export async function runTests(projects: string[], reports: string): Promise<Count> {
  const report = join(reports, `${projects.join('-')}.json`)
  const code = await run([
    ...['run', ...projects.flatMap((name) => ['--project', name])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ])
  const count = read(report)
  // a worker that crashed, an error outside any test, or no test at all
  if (code !== 0 && count.failed === 0) {
    console.log(`\n${projects.join(' and ')}: vitest ended with ${code}, though no test failed.`)
    return { ...count, failed: 1 }
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

/** The parts of vitest's JSON report that are counted. */
type Report = {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string; duration?: number | null }[]
  }[]
}

function read(file: string): Count {
  let report: Report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: [], slow: [] }
  }
  const tests = report.testResults.flatMap((each) => each.assertionResults)
  // a file that fails before its first test has nothing else to show for it
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + brokenFiles.length,
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map((test) => test.fullName),
    slow: slowest(
      tests.map(({ fullName, duration }) => ({ name: fullName, seconds: (duration ?? 0) / 1000 })),
    ),
  }
}

export function sum(counts: Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
    slow: slowest(counts.flatMap(({ slow }) => slow)),
  }
}

function slowest(tests: Count['slow']) {
  return tests.filter(({ seconds }) => seconds > SLOW_SECONDS).toSorted((a, b) => b.seconds - a.seconds)
}
