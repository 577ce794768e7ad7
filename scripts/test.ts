import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check/run.ts'
import { type Count, ending, nothing, sum } from './test/report.ts'
import { runTests } from './test/vitest.ts'

/**
 * `npm test`: the checks, then the tests, then the browser. A part that fails does not keep the next from
 * running. Names of vitest projects as arguments run those alone: `node scripts/test.ts server`.
 * It ends with the names of what failed and the line `N passed, N failed`.
 */
const projects = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'foreword-report-'))
const counts: Count[] = []

try {
  if (projects.length > 0) {
    counts.push(await runTests(projects, reports))
  } else {
    const checks = await runChecks()
    const failed = checks.failed.map((name) => ({ name, because: '' }))
    counts.push({ ...nothing, passed: checks.passed, failed })
    counts.push(await runTests(['unit', 'server'], reports))
    // by themselves: a busy machine makes browsers late
    counts.push(await runTests(['e2e'], reports))
  }
} finally {
  rmSync(reports, { recursive: true, force: true })
}

const total = sum(counts)
console.log(ending(total))
process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0
