import type { NarrativeKind, PartTemplate } from '../kind.ts'
import { appendix } from './closing-parts.ts'

/** N2: the page a customer would read on the day it launches. */
export const pressReleaseParts: PartTemplate[] = [
  {
    id: 'headline',
    label: 'Headline',
    section: 'press-release',
    required: true,
    guidance:
      'Name the product and what its customer can now do, in one line. If it needs a second line, the idea is not clear yet.',
    qualityBar: 'Would the customer, reading only this line, know that it is for them?',
    startsWith: 'heading',
  },
  {
    id: 'subheading',
    label: 'Subheading',
    section: 'press-release',
    required: true,
    guidance:
      'One sentence: who the customer is and the one benefit they gain. "Everyone" is nobody: name a person with a time, a place and a situation.',
    qualityBar: 'Does it name one customer and one benefit, with no "and"?',
    startsWith: 'paragraph',
  },
  {
    id: 'dateline',
    label: 'Dateline',
    section: 'press-release',
    required: true,
    guidance:
      'City and the day you truly expect to launch. The place says which market comes first; the date says how hard you think this is.',
    qualityBar: 'Is it a date that you would defend today?',
    startsWith: 'paragraph',
  },
  {
    id: 'summary',
    label: 'Summary',
    section: 'press-release',
    required: true,
    guidance:
      'Say what it is and what the customer gains, assuming that nothing else will be read. Three to five short sentences, in the present, as if it launched today.',
    qualityBar: 'Could a stranger retell it after one reading?',
    startsWith: 'paragraph',
  },
  {
    id: 'problem',
    label: 'Problem',
    section: 'press-release',
    required: true,
    guidance:
      'Describe the trouble as the customer lives it, with its size: how many people, how often, at what cost. Do not mention your solution; if the problem only exists because you have an answer, it is not one.',
    qualityBar: 'Is there a number with a unit and a source, and not a word about the product?',
    startsWith: 'paragraph',
  },
  {
    id: 'solution',
    label: 'Solution',
    section: 'press-release',
    required: true,
    guidance:
      'Answer each trouble of the problem paragraph, in the same order, simply. Say what people use today and how this differs in a way that they would notice.',
    qualityBar: 'Does every sentence answer something that the problem paragraph said?',
    startsWith: 'paragraph',
  },
  {
    id: 'leader-quote',
    label: 'Leader quote',
    section: 'press-release',
    required: true,
    guidance:
      'Someone who answers for this says why the company took it on. It is about the customer, never about a milestone or how proud you are.',
    qualityBar: 'Would it still make sense if the company’s name were left out?',
    startsWith: 'paragraph',
  },
  {
    id: 'how-it-works',
    label: 'How it works',
    section: 'press-release',
    required: true,
    guidance:
      'Walk with the customer from the first step to the benefit. Tell what they do and see, not how it is built.',
    qualityBar: 'Can you count the steps, and is the last one the benefit?',
    startsWith: 'paragraph',
  },
  {
    id: 'customer-quote',
    label: 'Customer quote',
    section: 'press-release',
    required: true,
    guidance:
      'A customer with a name and a role says what it was like before and what it is like now, in their own voice. You may invent it at this stage, but it must be something a person would say.',
    qualityBar: 'Is there a before and an after, each with something that can be counted?',
    startsWith: 'paragraph',
  },
  {
    id: 'getting-started',
    label: 'Getting started',
    section: 'press-release',
    required: true,
    guidance: 'Where it is to be had, what it costs, and the first step. One place to go.',
    qualityBar: 'Could the customer start today from this sentence alone?',
    startsWith: 'paragraph',
  },
]

export const pressRelease: NarrativeKind = {
  id: 'press-release',
  label: 'Press release only',
  purpose: 'One page, to see within a day whether an idea is worth its questions.',
  limits: { corePages: 1, pressReleasePages: 1 },
  parts: [...pressReleaseParts, appendix],
}
