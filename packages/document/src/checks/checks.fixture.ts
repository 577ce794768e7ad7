import { findKind, type NarrativeKind } from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { type CheckSettings, defaultCheckSettings } from '@foreword/core/people/check-settings'
import type { DocumentJson } from '../json.ts'
import { doc, heading, paragraph, part } from '../testing.ts'
import { type Hit, repairText } from './finding.ts'
import { type CheckBasis, reading } from './reading.ts'
import type { Rule } from './rule.ts'

/** The kind the tests write, a PR/FAQ. */
export function prFaq(): NarrativeKind {
  const kind = findKind(defaultKinds, 'pr-faq')
  if (!kind) throw new Error('there is no PR/FAQ')
  return kind
}

export function basis(change: Partial<CheckBasis> = {}): CheckBasis {
  return {
    kind: prFaq(),
    settings: defaultCheckSettings,
    today: '2030-06-15',
    extent: null,
    isBeingWritten: false,
    ...change,
  }
}

/** What one rule alone says of a document. */
export function hitsOf(rule: Rule, document: DocumentJson, change: Partial<CheckBasis> = {}): Hit[] {
  const read = reading(document, basis(change))
  if (rule.isOfWords && !read.isEnglish) return []
  return rule.reads === 'document'
    ? rule.find(read)
    : read.blocks.flatMap((block) => rule.find(block, read.settings))
}

/** The words a rule finds in one paragraph of a part, each with its repair. */
export function foundIn(
  rule: Rule,
  text: string,
  { in: name = 'solution', settings = {} }: { in?: string; settings?: Partial<CheckSettings> } = {},
): [quote: string, repair: string][] {
  const block = name === 'headline' ? heading('b', text, 1) : paragraph('b', text)
  const hits = hitsOf(rule, doc(part('p', name, block)), {
    settings: { ...defaultCheckSettings, ...settings },
  })
  return hits.map(({ from, to, repair }) => [text.slice(from, to), repairText(repair)])
}

/** The quotes alone. */
export const quotesIn = (...args: Parameters<typeof foundIn>) => foundIn(...args).map(([quote]) => quote)
