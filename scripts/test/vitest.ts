import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Count, countBoth, countReport, failedFiles, type Report } from './report.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Runs vitest projects together, showing its own output, and counts what it reports. A busy machine makes browsers
 * late: of them, a file that fails is run once more by itself. What passed only then is told, for it is a fault of
 * the test or of the product all the same.
 */
export async function runTests(projects: string[], reports: string): Promise<Count> {
  const first = await run(projects, [], reports)
  const failed = failedFiles(first.report)
  if (projects.join() !== 'e2e' || failed.length === 0 || failed.length > FEW)
    return failing(first.code, countReport(first.report, root), projects)
  const again = await run(projects, failed, reports)
  return failing(again.code, countBoth(first.report, again.report, root), projects)
}

/** More than that is no accident, and has its answer already. */
const FEW = 4

/** A worker that crashed, an error outside any test, or no test at all fails too. */
function failing(code: number | null, count: Count, projects: string[]): Count {
  if (code === 0 || count.failed.length > 0) return count
  const because = `vitest ended with ${code}, though no test failed`
  return { ...count, failed: [{ name: projects.join(' and '), because }] }
}

/** `files` alone, or all when it is empty. The report is empty when vitest could not write one. */
async function run(projects: string[], files: string[], reports: string) {
  const file = join(reports, `${projects.join('-')}-${files.length}.json`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(
    process.execPath,
    [
      ...[vitest, 'run', ...files, ...projects.flatMap((name) => ['--project', name])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  return { code, report: read(file) }
}

function read(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { testResults: [] }
  }
}
