import type { NarrativeKind } from '../kind.ts'
import { appendix, externalFaq, internalFaq } from './closing-parts.ts'
import { pressReleaseParts } from './press-release.ts'

export const prFaq: NarrativeKind = {
  id: 'pr-faq',
  label: 'PR/FAQ',
  purpose: 'A press release for the day it launches, and the questions that decide whether it should.',
  limits: { corePages: 6, pressReleasePages: 1 },
  parts: [...pressReleaseParts, externalFaq, internalFaq, appendix],
}
