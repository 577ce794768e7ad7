import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check/run.ts'
import { type Count, runTests, sum } from './test/vitest.ts'

/**
 * `npm test`: the checks, then the tests, then the browser. A part that fails does not keep the next from
 * running. Names of vitest projects as arguments run those alone: `node scripts/test.ts server`.
 * The last line is `N passed, N failed`, alone of its kind.
 */
const projects = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'foreword-report-'))
const counts: Count[] = []

try {
  if (projects.length > 0) {
    counts.push(await runTests(projects, reports))
  } else {
    const checks = await runChecks()
    counts.push({ ...checks, skipped: [], slow: [] })
    counts.push(await runTests(['unit', 'server'], reports))
    // by themselves: a busy machine makes browsers late
    counts.push(await runTests(['e2e'], reports))
  }
} finally {
  rmSync(reports, { recursive: true, force: true })
}

const { passed, failed, skipped, slow } = sum(counts)
if (slow.length > 0) {
  console.log('\nSlowest tests:')
  for (const { name, seconds } of slow.slice(0, 10)) console.log(`  ${seconds.toFixed(1)} s  ${name}`)
}
if (skipped.length > 0) {
  console.log(`\n${skipped.length} not run:`)
  for (const name of skipped) console.log(`  ${name}`)
}
if (passed === 0) console.log('\nNothing was tested, which is not a success.')
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
