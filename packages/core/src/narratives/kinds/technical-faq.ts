import type { NarrativeKind } from '../kind.ts'
import { appendix } from './closing-parts.ts'

export const technicalFaq: NarrativeKind = {
  id: 'technical-faq',
  label: 'Technical FAQ',
  purpose: 'One hard technical question taken apart, while the approved press release stays as it is.',
  limits: { corePages: 6, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance:
        'Name the thing that must work, in words that a reader outside the team understands. One document settles one such thing.',
      qualityBar: 'Can a reader outside the team say what is in doubt?',
      startsWith: 'heading',
    },
    {
      id: 'promise',
      label: 'What was promised',
      section: 'body',
      required: true,
      title: 'What was promised',
      guidance:
        'Repeat, word for word, the sentence of the approved document that rests on this, with its edition and line. Then say what must be true of the technology for that sentence to hold.',
      qualityBar: 'Is there a quoted sentence, and a number that the technology must reach?',
      startsWith: 'paragraph',
    },
    {
      id: 'known',
      label: 'What we know',
      section: 'body',
      required: true,
      title: 'What we know and what we do not',
      guidance:
        'Measurements first: what was measured, how often, by whom. Then what is only believed, in square brackets, so that it can be found and tested.',
      qualityBar: 'Can every statement be sorted into measured, reported or assumed?',
      startsWith: 'paragraph',
    },
    {
      id: 'technical-faq',
      label: 'Technical questions',
      section: 'faq',
      required: true,
      title: 'Technical questions',
      guidance:
        'What an engineer who has to be woken by this would ask: how it fails and how we notice, what it costs at ten times the load, what was tried and dropped, what we buy and from whom, what cannot be taken back. An answer with a figure beats an answer with a plan.',
      qualityBar: 'Does each answer say how we would find out that it is wrong?',
      startsWith: 'faq-entry',
    },
    {
      id: 'next-test',
      label: 'The next test',
      section: 'body',
      required: true,
      title: 'The next test',
      guidance:
        'The cheapest test that could prove us wrong: who runs it, by which day, at what cost, and the result at which we stop.',
      qualityBar: 'Is there an owner, a date, and a result that would end it?',
      startsWith: 'paragraph',
    },
    appendix,
  ],
}
