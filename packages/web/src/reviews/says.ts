import { commentKindLabels } from '@foreword/core/reviews/labels'
import { withNames } from '@foreword/core/reviews/mention'
import type { Comment } from './useDraftComments.ts'

/** A comment as it is said aloud on arriving at it. */
export function saysOf({ by, kind, text, mentioned, anchor }: Comment): string {
  const words = withNames(text, new Map(mentioned.map(({ id, name }) => [id, name])))
  const quote = anchor ? ` On: ${anchor.quote}.` : ''
  return `${commentKindLabels[kind.name]} by ${by.name}: ${words}${/[.?!]$/.test(words) ? '' : '.'}${quote}`
}
