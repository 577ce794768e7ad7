import type { NarrativeKind } from '@foreword/core/narratives/kind'
import { presentParts } from '../blocks.ts'
import type { DocumentJson } from '../json.ts'

/** They stand in every kind, so they tell nothing. */
const everywhere = new Set(['headline', 'appendix', 'other'])

/**
 * The kind that a file without one is taken for: the one that knows most of its parts, the first of several. A missing
 * part is a finding, so it never speaks against a kind; only what has no release at all is no release with questions.
 */
export function kindOf(
  document: DocumentJson,
  kinds: readonly [NarrativeKind, ...NarrativeKind[]],
): NarrativeKind {
  const present = [...presentParts(document)].filter((part) => !everywhere.has(part))
  const [first] = kinds
  const isOnlyAsked = present.length > 0 && present.every((part) => part.endsWith('-faq'))
  const candidates = isOnlyAsked ? kinds.filter((kind) => !hasRelease(kind)) : kinds
  const known = ({ parts }: NarrativeKind) => parts.filter(({ id }) => present.includes(id)).length
  return candidates.reduce((best, kind) => (known(kind) > known(best) ? kind : best), candidates[0] ?? first)
}

const hasRelease = ({ parts }: NarrativeKind) => parts.some(({ section }) => section === 'press-release')
