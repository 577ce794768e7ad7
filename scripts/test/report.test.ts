import { expect, test } from 'vitest'
import { countBoth, countReport, ending, failedFiles, nothing, type Report, sum } from './report.ts'

const report: Report = {
  testResults: [
    {
      name: '/home/ada/foreword/e2e/a.e2e.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'a page opens', status: 'passed', duration: 1500 },
        {
          fullName: 'a page shuts',
          status: 'failed',
          duration: 20,
          failureMessages: ['Error: \u001b[31mit stayed open\u001b[39m\n    at a.e2e.ts:3'],
        },
        { fullName: 'a page turns', status: 'pending' },
      ],
    },
    {
      name: '/home/ada/foreword/e2e/b.e2e.ts',
      status: 'failed',
      message: 'Cannot find module\nat b.e2e.ts',
      assertionResults: [],
    },
  ],
}

test('a failure is told by its file and its name, with the first line of its reason, also of a file without a test', () => {
  expect(countReport(report, '/home/ada/foreword')).toEqual({
    passed: 1,
    failed: [
      { name: 'e2e/a.e2e.ts > a page shuts', because: 'Error: it stayed open' },
      { name: 'e2e/b.e2e.ts', because: 'Cannot find module' },
    ],
    skipped: ['a page turns'],
    unsteady: [],
    slow: [{ name: 'a page opens', seconds: 1.5 }],
  })
})

test('what failed stands just before the last line, and the last line counts it', () => {
  const checks = { ...nothing, passed: 3, failed: [{ name: 'types', because: '' }] }
  const end = ending(sum([checks, countReport(report, '/home/ada/foreword')]))
  expect(end.split('\n').slice(-8)).toEqual([
    '3 failed:',
    '  types',
    '  e2e/a.e2e.ts > a page shuts',
    '    Error: it stayed open',
    '  e2e/b.e2e.ts',
    '    Cannot find module',
    '',
    '4 passed, 3 failed',
  ])
})

test('without a failure the list of failures is not there', () => {
  expect(ending({ ...nothing, passed: 2 })).toBe('\n2 passed, 0 failed')
})

test('a file that is run again counts as it ended, and what passed only then is told', () => {
  const again: Report = {
    testResults: [
      {
        name: '/home/ada/foreword/e2e/a.e2e.ts',
        status: 'passed',
        assertionResults: [
          { fullName: 'a page opens', status: 'passed', duration: 20 },
          { fullName: 'a page shuts', status: 'passed', duration: 20 },
        ],
      },
    ],
  }
  expect(failedFiles(report)).toEqual(['/home/ada/foreword/e2e/a.e2e.ts', '/home/ada/foreword/e2e/b.e2e.ts'])
  const both = countBoth(report, again, '/home/ada/foreword')
  expect(ending(both)).toBe(`
1 failed at first, and passed when run again by themselves:
  e2e/a.e2e.ts > a page shuts
    Error: it stayed open

1 failed:
  e2e/b.e2e.ts
    Cannot find module

2 passed, 1 failed`)
})
