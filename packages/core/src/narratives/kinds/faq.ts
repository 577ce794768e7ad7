import type { NarrativeKind } from '../kind.ts'
import { appendix, externalFaq, internalFaq } from './closing-parts.ts'

export const faq: NarrativeKind = {
  id: 'faq',
  label: 'FAQ only',
  purpose: 'The questions and answers of something whose press release is already agreed.',
  limits: { corePages: 6, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance:
        'Name what these questions are about, and the press release that they belong to. The reader has agreed to that one and will not read it again here.',
      qualityBar: 'Would a reader know which press release it belongs to?',
      startsWith: 'heading',
    },
    externalFaq,
    internalFaq,
    appendix,
  ],
}
