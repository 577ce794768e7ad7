import type { PartTemplate } from '../kind.ts'

/* The parts that several kinds end with. */

export const externalFaq: PartTemplate = {
  id: 'external-faq',
  label: 'External FAQ',
  section: 'faq',
  required: true,
  title: 'External FAQ',
  guidance:
    'What customers, press and partners will ask: price, how it works, support, privacy, moving from what they use today. Choose the five to eight whose answers matter to this room.',
  qualityBar: 'Is each answer longer and harder than its question?',
  startsWith: 'faq-entry',
}

export const internalFaq: PartTemplate = {
  id: 'internal-faq',
  label: 'Internal FAQ',
  section: 'faq',
  required: true,
  title: 'Internal FAQ',
  guidance:
    'What your own company must ask: how many have this problem and would pay, the cost and gain of one unit, what must be true, whom we depend on, what we are not doing, whether this is a one-way door, and the three likeliest reasons for failure. "We do not know, and here is how we find out" is a good answer.',
  qualityBar: 'Would the person most against this say that their question is here?',
  startsWith: 'faq-entry',
}

export const appendix: PartTemplate = {
  id: 'appendix',
  label: 'Appendix',
  section: 'appendix',
  required: false,
  title: 'Appendix',
  guidance:
    'Pictures and tables that help to judge the experience or the arithmetic. Nobody should need it to follow the document.',
  qualityBar: 'Does the document stand if this is torn off?',
  startsWith: 'paragraph',
}
