import { readFileSync } from 'node:fs'
import { defaultCheckSettings } from '@foreword/core/people/check-settings'
import { expect, test } from 'vitest'
import { textBlocks } from '../blocks.ts'
import { guideDocument } from '../guide.ts'
import { documentFromMarkdown } from '../markdown-in.ts'
import { countingIds, doc, heading, paragraph, part } from '../testing.ts'
import { createChecker, presented } from './check.ts'
import { basis } from './checks.fixture.ts'
import { repairText } from './finding.ts'
import { rules } from './rules.ts'

const { check } = createChecker()
const weasels = doc(
  part('s', 'summary', paragraph('s1', 'It significantly helps and significantly pleases.')),
  part('q', 'solution', paragraph('q1', 'Numerous wards use it. Countless others wait. Lots of them do.')),
)
const of = (rule: string) => check(weasels, basis()).filter((finding) => finding.rule === rule)

test('N9: every finding is anchored, says why in one sentence and proposes one thing', () => {
  const document = doc(part('h', 'headline', heading('h1', 'Wren opens', 1)), ...weasels.content)
  const findings = check(document, basis())
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  for (const { at, quote, message, repair } of findings) {
    const text = textBlocks(document).find(({ id }) => id === at.block)?.text
    expect(text?.slice(at.from, at.to)).toBe(quote)
    expect(message).toMatch(/[.?]$/)
    expect(repairText(repair)).toMatch(/^(Write: .|Leave it out\.|Ask and answer: .*\?|[A-Z].*\.)/)
  }
})

test('N9: must-fix comes first', () => {
  const severities = check(weasels, basis()).map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort().reverse())
  expect(new Set(severities).size).toBe(2)
})

test('N9: never the same twice, and no rule more often than set; what waits comes when these are dealt with', () => {
  expect(of('weasel-words').map(({ quote }) => quote)).toEqual([
    'significantly ',
    'significantly ',
    'Numerous',
    'Countless',
    'Lots of',
  ])
  const shown = presented(check(weasels, basis()), { ...defaultCheckSettings, mostOfOneRule: 2 })
  expect(shown.filter(({ rule }) => rule === 'weasel-words').map(({ quote }) => quote)).toEqual([
    'significantly ',
    'Numerous',
  ])
})

test('N9: beside a draft a rule speaks once of a paragraph', () => {
  const shown = presented(check(weasels, basis()), defaultCheckSettings, { oncePerBlock: true })
  expect(shown.filter(({ rule }) => rule === 'weasel-words').map(({ quote }) => quote)).toEqual([
    'significantly ',
    'Numerous',
  ])
})

test('N9: a finding keeps its name while the words around it change', () => {
  const before = doc(part('s', 'summary', paragraph('s1', 'It is significantly faster.')))
  const after = doc(part('s', 'summary', paragraph('s1', 'We say that it is significantly faster.')))
  const ids = (document: typeof before) => check(document, basis()).map(({ id }) => id)
  expect(ids(after)).toEqual(ids(before))
})

test('N9: what was found in a block is remembered, and a change of settings is noticed', () => {
  const text = doc(part('s', 'summary', paragraph('s1', Array.from({ length: 25 }, () => 'word').join(' '))))
  const found = (sentenceWords: number) =>
    check(text, basis({ settings: { ...defaultCheckSettings, sentenceWords } })).filter(
      ({ rule }) => rule === 'sentence-long',
    ).length
  expect([found(30), found(20), found(30)]).toEqual([0, 1, 0])
})

test('N9: every rule has a name of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

test('N9, W11: the guide is an example, so nothing is found in it', () => {
  expect(check(guideDocument(countingIds()), basis()).map(({ rule, quote }) => [rule, quote])).toEqual([])
})

test.each(['tidewater-returns', 'brackwater-gauges', 'quillfern-rosters'])(
  'N9: in %s, written well enough, nothing is wrong and little is worth a thought',
  (name) => {
    const source = readFileSync(new URL(`../../fixtures/${name}.md`, import.meta.url))
    const read = documentFromMarkdown(source, countingIds())
    if (!read.ok) throw new Error(read.refusal)
    const shown = presented(check(read.value, basis({ today: '2026-01-01' })), defaultCheckSettings)
    expect(shown.length).toBeLessThanOrEqual(8)
  },
)
