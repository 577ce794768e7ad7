import type { NarrativeKind } from '@foreword/core/narratives/kinds'
import { faqEntries, presentParts } from '../blocks.ts'
import type { DocumentJson } from '../json.ts'

/**
 * The kind that a file without one is taken for: the first, unless it holds questions and none of the parts of a press
 * release but its title. A missing part is a finding, so a file is never taken for the kind that lacks least.
 */
export function kindOf(
  document: DocumentJson,
  kinds: readonly [NarrativeKind, ...NarrativeKind[]],
): NarrativeKind {
  const present = presentParts(document)
  const [first] = kinds
  const release = first.parts.filter(({ section, id }) => section === 'press-release' && id !== 'headline')
  const isRelease = release.some(({ id }) => present.has(id))
  if (isRelease || faqEntries(document).length === 0) return first
  return (
    kinds.find(
      ({ parts }) =>
        parts.some(({ section }) => section === 'faq') &&
        parts.every(({ section }) => section !== 'press-release'),
    ) ?? first
  )
}
