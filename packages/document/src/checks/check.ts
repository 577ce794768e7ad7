import type { CheckSettings } from '@foreword/core/people/check-settings'
import type { DocumentJson } from '../json.ts'
import type { Finding, Hit } from './finding.ts'
import { type CheckBasis, type ReadBlock, type Reading, reading } from './reading.ts'
import type { BlockRule, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Checks documents one after another, and remembers what it found in each block. */
export interface Checker {
  /** Every finding, must-fix first, then by rule, then in the order of the document. */
  check(document: DocumentJson, basis: CheckBasis): Finding[]
}

/** Blocks that are remembered: about ten drafts of six pages. */
const MOST_REMEMBERED = 2000

export function createChecker(): Checker {
  const remembered = new Map<string, Map<string, Hit[]>>()

  function inBlock(block: ReadBlock, settings: CheckSettings): Map<string, Hit[]> {
    const key = JSON.stringify([
      block.id,
      block.type,
      block.part,
      block.section,
      block.isInTable,
      block.prose,
      block.text,
      settings,
    ])
    const known = remembered.get(key)
    // the one asked for last is forgotten last
    if (known) remembered.delete(key)
    const hits = known ?? new Map(blockRules.map((rule) => [rule.id, rule.find(block, settings)]))
    remembered.set(key, hits)
    if (remembered.size > MOST_REMEMBERED) {
      const oldest = remembered.keys().next().value
      if (oldest !== undefined) remembered.delete(oldest)
    }
    return hits
  }

  return {
    check(document, basis) {
      const read = reading(document, basis)
      const found = read.blocks.map((block) => inBlock(block, basis.settings))
      const speaking = rules.filter((rule) => read.isEnglish || !rule.isOfWords)
      const findings = speaking.flatMap((rule) => {
        const hits =
          rule.reads === 'document' ? rule.find(read) : found.flatMap((ofBlock) => ofBlock.get(rule.id) ?? [])
        return toFindings(rule, hits, read)
      })
      const mustFix = findings.filter(({ severity }) => severity === 'must-fix')
      return [...mustFix, ...findings.filter(({ severity }) => severity !== 'must-fix')]
    },
  }
}

const blockRules = rules.filter((rule): rule is BlockRule => rule.reads === 'block')

function toFindings(rule: Rule, hits: readonly Hit[], { blocks }: Reading): Finding[] {
  const order = new Map(blocks.map((block, index) => [block.id, { block, index }]))
  const place = (hit: Hit) => order.get(hit.block)?.index ?? -1
  const inOrder = hits
    .map((hit, at) => ({ hit, at }))
    .sort((a, b) => place(a.hit) - place(b.hit) || a.hit.from - b.hit.from || a.at - b.at)
  const counted = new Map<string, number>()
  return inOrder.map(({ hit }): Finding => {
    const block = order.get(hit.block)?.block
    const { from, to, message, repair, about = null } = hit
    // by its number in the block and not by its words, which are what changes while one writes
    const subject = about ?? hit.block
    const nth = counted.get(subject) ?? 0
    counted.set(subject, nth + 1)
    return {
      id: [rule.id, subject, nth].join(':'),
      rule: rule.id,
      severity: hit.severity ?? rule.severity,
      part: hit.part ?? block?.part ?? 'other',
      at: { block: hit.block, from, to },
      quote: block?.text.slice(from, to) ?? '',
      about,
      message,
      repair,
    }
  })
}

/**
 * What is shown of them: the same words once, and of what is a matter of judgement only so many of one rule. The rest
 * comes when these are dealt with. Beside a draft a rule speaks once of a block: its next word there comes after the first.
 */
export function presented(
  findings: readonly Finding[],
  { mostOfOneRule }: CheckSettings,
  { oncePerBlock = false } = {},
): Finding[] {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const shown: Finding[] = []
  for (const finding of findings) {
    const { rule, severity, quote, about } = finding
    const same = `${rule} ${about ?? quote.toLowerCase()}`
    if (seen.has(same) || shown.some((other) => sayTheSame(other, finding))) continue
    const isSaidHere = ({ rule: ofRule, at }: Finding) => ofRule === rule && at.block === finding.at.block
    if (oncePerBlock && about === null && severity !== 'must-fix' && shown.some(isSaidHere)) continue
    seen.add(same)
    const count = (counts.get(rule) ?? 0) + 1
    counts.set(rule, count)
    if (severity === 'must-fix' || count <= mostOfOneRule) shown.push(finding)
  }
  return shown
}

/** Two rules on the same few words: the first has said it. A word in a long sentence is another matter. */
function sayTheSame(one: Finding, two: Finding): boolean {
  const isOfFewWords = one.quote.length <= FEW_WORDS && two.quote.length <= FEW_WORDS
  return isOfFewWords && one.at.block === two.at.block && one.at.from < two.at.to && two.at.from < one.at.to
}

const FEW_WORDS = 25
