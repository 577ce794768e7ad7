import type { DraftChecks } from '@foreword/core/narratives/checks'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { markdownFile } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company?.close())

// the server's clock stands in March 2027
const draft = `# Wren opens a shop

Bakers in Oslo sell what they bake at night.

OSLO, 3 May 2026 —

Wren opens its shop in [nine] weeks. It is a seamless shop. The ATS is new.

Bakers throw away 40 loaves a night, as we counted in three shops.
`

async function brought(markdown = draft) {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(markdown) })
  const checks = () => ines.api.narratives.checks({ narrativeId })
  const found = async (rule: string) => (await checks()).findings.filter((finding) => finding.rule === rule)
  const one = async (rule: string) => {
    const [finding] = await found(rule)
    if (!finding) throw new Error(`nothing of ${rule} was found`)
    return finding
  }
  return { initiativeId, narrativeId, checks, found, one }
}

test('N9: a draft’s findings are anchored in it, the must-fix first, with its open assumptions', async () => {
  const { checks } = await brought()
  const { findings, assumptions, shownAtOnce } = await checks()
  expect(findings.map(({ rule, severity, quote }) => [rule, severity, quote])).toEqual([
    ['dateline-not-future', 'must-fix', '3 May 2026'],
    ['adjective-for-number', 'consider', 'seamless'],
    ['undefined-acronym', 'consider', 'ATS'],
  ])
  expect(findings[1]).toMatchObject({
    part: 'summary',
    at: { from: 45, to: 53 },
    repair: { kind: 'wording', wording: '[what one can count or see]' },
  })
  expect(assumptions.map(({ text }) => text)).toEqual(['nine'])
  expect(shownAtOnce).toBe(5)
})

test('N9: *not here* stays for its passage through later edits, for everybody who writes, until it is taken back', async () => {
  const { initiativeId, narrativeId, found, one } = await brought()
  const people = [{ personId: omar.id, relation: 'author' as const }]
  await ines.api.initiatives.share({ initiativeId, visibility: 'company', people })
  const finding = await one('adjective-for-number')
  const { dismissalId, checks } = await ines.api.narratives.dismissFinding({
    narrativeId,
    findingId: finding.id,
  })
  expect(checks.findings.map(({ rule }) => rule)).not.toContain('adjective-for-number')

  const browser = await openBrowser(company.url, omar, narrativeId)
  try {
    await browser.type(finding.at.blockId, 0, 'This spring, after two winters, ')
    expect(await found('adjective-for-number')).toEqual([])
    const his = await omar.api.narratives.checks({ narrativeId })
    expect(his.findings.map(({ rule }) => rule)).not.toContain('adjective-for-number')
    await ines.api.narratives.restoreFinding({ narrativeId, dismissalId })
    const [again] = await found('adjective-for-number')
    expect(again).toMatchObject({ id: finding.id, quote: 'seamless' })
    await omar.api.narratives.dismissFinding({ narrativeId, findingId: finding.id })
    await browser.type(finding.at.blockId, 0, 'A robust start. ')
    // another fault of the same rule in the same paragraph was dismissed by nobody
    expect((await found('adjective-for-number')).map(({ quote }) => quote)).toEqual(['robust'])
  } finally {
    browser.leave()
  }
})

test('N9: what is about a word of the whole draft is dismissed for the whole draft', async () => {
  const { narrativeId, found, one } = await brought()
  const { id: findingId, at } = await one('undefined-acronym')
  await ines.api.narratives.dismissFinding({ narrativeId, findingId })
  const browser = await openBrowser(company.url, ines, narrativeId)
  try {
    await browser.type(at.blockId, 0, 'An ATS. ')
    expect(await found('undefined-acronym')).toEqual([])
  } finally {
    browser.leave()
  }
})

test('N9: a finding that is gone cannot be dismissed', async () => {
  const { narrativeId } = await brought()
  expect(await refusal(ines.api.narratives.dismissFinding({ narrativeId, findingId: 'none:here:0' }))).toBe(
    'finding-is-gone',
  )
})

test('N9: whoever watches is sent the findings after a pause in the writing, and at once when one is dismissed', async () => {
  const { narrativeId, one } = await brought()
  const { id: findingId, at } = await one('adjective-for-number')
  const heard: DraftChecks[] = []
  const stop = new AbortController()
  const changes = await ines.api.narratives.watchChecks({ narrativeId }, { signal: stop.signal })
  const listening = (async () => {
    for await (const checks of changes) heard.push(checks)
  })().catch(() => {}) // ended by the test itself
  const last = (look: (checks: DraftChecks) => boolean) =>
    vi.waitFor(
      () => {
        const newest = heard.at(-1)
        if (!newest || !look(newest)) throw new Error('not yet')
      },
      { timeout: 15_000, interval: 20 },
    )
  await last(({ findings }) => findings.length === 3)
  const browser = await openBrowser(company.url, ines, narrativeId)
  try {
    await browser.type(at.blockId, 0, 'A robust start. ')
    await last(({ findings }) => findings.some(({ quote }) => quote === 'robust'))
    await ines.api.narratives.dismissFinding({ narrativeId, findingId })
    await last(({ findings }) => findings.every(({ quote }) => quote !== 'robust'))
  } finally {
    browser.leave()
    stop.abort()
    await listening
  }
})

test('N9: thresholds are the company’s', async () => {
  const { found } = await brought(`${draft}\n${Array.from({ length: 25 }, () => 'word').join(' ')}.\n`)
  expect(await found('sentence-long')).toEqual([])
  const before = (await ines.api.people.workspace()).settings.checks
  await ines.api.people.updateWorkspace({ settings: { checks: { ...before, sentenceWords: 20 } } })
  expect(await found('sentence-long')).toHaveLength(1)
  await ines.api.people.updateWorkspace({ settings: { checks: before } })
})
