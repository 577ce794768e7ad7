import type { NarrativeKind } from './kind.ts'
import { correctionOfErrors } from './kinds/correction-of-errors.ts'
import { faq } from './kinds/faq.ts'
import { onePager } from './kinds/one-pager.ts'
import { prFaq } from './kinds/pr-faq.ts'
import { pressRelease } from './kinds/press-release.ts'
import { sixPager } from './kinds/six-pager.ts'
import { technicalFaq } from './kinds/technical-faq.ts'

/**
 * What a new workspace has (N1), the usual one first. Ids are stored with documents and never change their meaning.
 * A company's own edits lie over these; where it made none, what ships is what it has, also after an update.
 */
export const defaultKinds: NarrativeKind[] = [
  prFaq,
  pressRelease,
  faq,
  technicalFaq,
  sixPager,
  onePager,
  correctionOfErrors,
]
