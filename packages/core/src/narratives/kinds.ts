/** N1: a kind of narrative is data: parts in order, guidance and limits. A workspace may change all of it. */
export interface NarrativeKind {
  id: string
  label: string
  /** One sentence for a person choosing what to write. */
  purpose: string
  limits: KindLimits
  parts: PartTemplate[]
}

/** N3. Limits are findings: they stop neither typing nor freezing. `null` = no limit. */
export interface KindLimits {
  /** Pages without the appendix. */
  corePages: number | null
  pressReleasePages: number | null
}

/** Where a part stands: the press release is one page, the appendix is outside the page count. */
export type PartSection = 'press-release' | 'faq' | 'body' | 'appendix'

export interface PartTemplate {
  /** Written into the document as `part`; lower-case words joined by hyphens. */
  id: string
  label: string
  section: PartSection
  required: boolean
  /** Shown beside the empty part: what to write and how, in one to three sentences. */
  guidance: string
  /** How a reader tells a good one; one sentence that can be answered yes or no. */
  qualityBar: string
  /** What an empty part starts with. */
  startsWith: 'heading' | 'paragraph' | 'faq-entry'
  /** A heading that stands in the document itself, above the part. */
  title?: string
}

const pressReleaseParts: PartTemplate[] = [
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

const externalFaq: PartTemplate = {
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

const internalFaq: PartTemplate = {
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

const appendix: PartTemplate = {
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

/** What a new workspace has. Ids are stored with documents and never change their meaning. */
export const defaultKinds: NarrativeKind[] = [
  {
    id: 'pr-faq',
    label: 'PR/FAQ',
    purpose: 'A press release for the day it launches, and the questions that decide whether it should.',
    limits: { corePages: 6, pressReleasePages: 1 },
    parts: [...pressReleaseParts, externalFaq, internalFaq, appendix],
  },
  {
    id: 'press-release',
    label: 'Press release only',
    purpose: 'One page, to see within a day whether an idea is worth its questions.',
    limits: { corePages: 1, pressReleasePages: 1 },
    parts: [...pressReleaseParts, appendix],
  },
  {
    id: 'faq',
    label: 'FAQ only',
    purpose: 'The questions and answers of something whose press release is already agreed.',
    limits: { corePages: 6, pressReleasePages: null },
    parts: [
      {
        ...pressReleaseParts[0],
        id: 'headline',
        label: 'Title',
        section: 'body',
        required: true,
        guidance: 'Name what these questions are about.',
        qualityBar: 'Would a reader know which press release it belongs to?',
        startsWith: 'heading',
      },
      externalFaq,
      internalFaq,
      appendix,
    ],
  },
]

/** The section of a part: what the kind says, else what its name tells for parts that an import brought. */
export function sectionOf(kind: NarrativeKind, part: string): PartSection {
  return kind.parts.find((template) => template.id === part)?.section ?? 'body'
}

export function findKind(kinds: readonly NarrativeKind[], id: string): NarrativeKind | undefined {
  return kinds.find((kind) => kind.id === id)
}
