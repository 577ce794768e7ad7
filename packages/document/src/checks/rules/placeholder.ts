import { type Hit, wording } from '../finding.ts'
import type { BlockRule } from '../rule.ts'

const left = /\b(?:lorem ipsum|TODO|FIXME|XX+(?:\.X+)?|insert (?:name|quote|date|number|link) here)\b/giu

/** N9: what was to be filled in and was not. In brackets it is an open assumption, and listed as one (W8). */
export const placeholder: BlockRule = {
  id: 'placeholder-left',
  severity: 'must-fix',
  isOfWords: false,
  reads: 'block',
  find({ id, type, section, prose }) {
    if (type === 'codeBlock' || section === 'appendix') return []
    return [...prose.matchAll(left)].map(
      (match): Hit => ({
        block: id,
        from: match.index,
        to: match.index + match[0].length,
        message: `“${match[0]}” was to be filled in; in [brackets] it would count among the open assumptions.`,
        repair: wording(`[${match[0]}]`),
      }),
    )
  },
}
