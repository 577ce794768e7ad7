import { stripVTControlCharacters } from 'node:util'

/** A part of `npm test`: what it ran, and by name what did not pass. */
export type Count = {
  passed: number
  failed: Failure[]
  skipped: string[]
  /** What failed, and passed when its file was run again by itself. */
  unsteady: Failure[]
  /** Tests over a second, the slowest first. */
  slow: { name: string; seconds: number }[]
}

/** `because` is the first line of what was thrown. */
export type Failure = { name: string; because: string }

/** The parts of vitest's JSON report that are counted. */
export type Report = {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: {
      fullName: string
      status: string
      duration?: number | null
      failureMessages?: string[] | null
    }[]
  }[]
}

const SLOW_SECONDS = 1

export const nothing: Count = { passed: 0, failed: [], skipped: [], unsteady: [], slow: [] }

/** Names of files are told from `root`. */
export function countReport(report: Report, root: string): Count {
  const files = report.testResults.map((file) => ({
    ...file,
    name: file.name.startsWith(`${root}/`) ? file.name.slice(root.length + 1) : file.name,
  }))
  const tests = files.flatMap((file) => file.assertionResults)
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: files.flatMap(failuresOf),
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map((test) => test.fullName),
    unsteady: [],
    slow: slowest(
      tests.map(({ fullName, duration }) => ({ name: fullName, seconds: (duration ?? 0) / 1000 })),
    ),
  }
}

export const failedFiles = (report: Report) =>
  report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)

/** What a second run says of the files it ran, and the first of all others. */
export function countBoth(first: Report, again: Report, root: string): Count {
  const ran = new Set(again.testResults.map(({ name }) => name))
  const others = first.testResults.filter(({ name }) => !ran.has(name))
  const count = countReport({ testResults: [...others, ...again.testResults] }, root)
  const still = new Set(count.failed.map(({ name }) => name))
  const unsteady = countReport(first, root).failed.filter(({ name }) => !still.has(name))
  return { ...count, unsteady }
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): Failure[] {
  const failed = assertionResults.filter((test) => test.status === 'failed')
  // a file that fails before its first test has nothing else to show for it
  if (status === 'failed' && failed.length === 0) return [{ name, because: firstLine(message) }]
  return failed.map((test) => ({
    name: `${name} > ${test.fullName}`,
    because: firstLine(test.failureMessages?.[0]),
  }))
}

export function sum(counts: Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.flatMap(({ failed }) => failed),
    skipped: counts.flatMap(({ skipped }) => skipped),
    unsteady: counts.flatMap(({ unsteady }) => unsteady),
    slow: slowest(counts.flatMap(({ slow }) => slow)),
  }
}

/**
 * The end of `npm test`. `N failed:` opens the list of what failed, and the last line is
 * `N passed, N failed`, alone of its kind: `.ci/run` finds the two and shows again what stands between.
 */
export function ending({ passed, failed, skipped, unsteady, slow }: Count): string {
  const lines: string[] = []
  const list = (title: string, failures: Failure[]) => {
    if (failures.length > 0) lines.push('', `${failures.length} ${title}:`)
    for (const { name, because } of failures) lines.push(`  ${name}`, ...(because ? [`    ${because}`] : []))
  }
  if (slow.length > 0) {
    lines.push('', 'Slowest tests:')
    for (const { name, seconds } of slow.slice(0, 10)) lines.push(`  ${seconds.toFixed(1)} s  ${name}`)
  }
  if (skipped.length > 0) lines.push('', `${skipped.length} not run:`, ...skipped.map((name) => `  ${name}`))
  if (passed === 0) lines.push('', 'Nothing was tested, which is not a success.')
  list('failed at first, and passed when run again by themselves', unsteady)
  list('failed', failed)
  return [...lines, '', `${passed} passed, ${failed.length} failed`].join('\n')
}

function slowest(tests: Count['slow']) {
  return tests.filter(({ seconds }) => seconds > SLOW_SECONDS).toSorted((a, b) => b.seconds - a.seconds)
}

function firstLine(message: string | undefined) {
  return (
    stripVTControlCharacters(message ?? '')
      .split('\n', 1)[0]
      ?.trim() ?? ''
  )
}
