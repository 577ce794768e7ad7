import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prFaq } from '@foreword/core/narratives/kinds/pr-faq'
import { defaultCheckSettings } from '@foreword/core/people/check-settings'
import { createChecker } from '@foreword/document/checks/check'
import { guideDocument } from '@foreword/document/guide'
import type { DocumentJson } from '@foreword/document/json'
import { documentToMarkdown } from '@foreword/document/markdown-out'
import type { Run } from './figures.ts'

const command = join(import.meta.dirname, '../packages/cli/bin/foreword.mjs')
const EDITS = 40

/** The guide, six pages: checked after one word more in one block each time, and by the command from its start. */
export async function checking(repeats: number): Promise<Run[]> {
  let count = 0
  const document = guideDocument(() => `b${++count}`)
  const folder = await mkdtemp(join(tmpdir(), 'foreword-bench-'))
  const file = join(folder, 'guide.md')
  await writeFile(file, documentToMarkdown(document))
  // a first one fills the cache of compiled code
  await commandMs(file)
  const runs: Run[] = []
  for (let n = 0; n < repeats; n++) {
    const { coldMs, warmMs } = checkMs(document)
    runs.push({ figures: { coldMs, warmMs, commandMs: await commandMs(file) }, harnessCpu: 0 })
  }
  await rm(folder, { recursive: true })
  return runs
}

function checkMs(document: DocumentJson): { coldMs: number; warmMs: number } {
  const { check } = createChecker()
  const timed = (checked: DocumentJson) => {
    const start = performance.now()
    check(checked, {
      kind: prFaq,
      settings: defaultCheckSettings,
      today: '2030-01-01',
      extent: null,
      isBeingWritten: true,
    })
    return performance.now() - start
  }
  const coldMs = timed(document)
  const warm = Array.from({ length: EDITS }, (_, n) => timed(withOneWordMore(document, n))).sort(
    (a, b) => a - b,
  )
  return { coldMs, warmMs: warm[Math.floor(EDITS / 2)] ?? 0 }
}

function withOneWordMore(document: DocumentJson, n: number): DocumentJson {
  const edited = structuredClone(document)
  const paragraph = edited.content[3]?.content?.find(({ type }) => type === 'paragraph')
  paragraph?.content?.push({ type: 'text', text: ` More ${n}.` })
  return edited
}

function commandMs(file: string): Promise<number> {
  const start = performance.now()
  return new Promise((settle) => {
    execFile(process.execPath, [command, 'check', file, '--json'], () => settle(performance.now() - start))
  })
}
