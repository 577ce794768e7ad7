import type { NarrativeKind } from '../kind.ts'
import { appendix } from './closing-parts.ts'

/** Q2: impact in numbers, five whys that end in a cause and not a person, actions with owners and dates. */
export const correctionOfErrors: NarrativeKind = {
  id: 'correction-of-errors',
  label: 'Correction of errors',
  purpose:
    'What went wrong for customers, the cause that let it, and the changes that keep it from coming back.',
  limits: { corePages: 6, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance: 'What customers could not do, and when. Not the name of the system that failed.',
      qualityBar: 'Would a customer who was hit recognise it?',
      startsWith: 'heading',
    },
    {
      id: 'summary',
      label: 'Summary',
      section: 'body',
      required: true,
      guidance:
        'What happened, to whom, for how long, why, and what is done about it, in five sentences. Somebody in another team should be able to tell whether it could happen to them.',
      qualityBar: 'Could another team tell from this alone whether they are exposed?',
      startsWith: 'paragraph',
    },
    {
      id: 'impact',
      label: 'Impact',
      section: 'body',
      required: true,
      title: 'Impact',
      guidance:
        'Numbers: how many customers, how long, what it cost them and us, and how each was counted. If a number is not known yet, say by when it will be and from whom.',
      qualityBar: 'Is every effect a number with a unit, and does one of them count customers?',
      startsWith: 'paragraph',
    },
    {
      id: 'timeline',
      label: 'Timeline',
      section: 'body',
      required: true,
      title: 'What happened, and when',
      guidance:
        'From the change that made it possible to the last customer made whole, with the time zone. Mark when customers first felt it, when we first knew, and when it ended: the gaps between are findings.',
      qualityBar: 'Can the reader compute how long it took us to notice?',
      startsWith: 'paragraph',
    },
    {
      id: 'five-whys',
      label: 'Five whys',
      section: 'body',
      required: true,
      title: 'Five whys',
      guidance:
        'Begin with what the customer felt and ask why of each answer, until the answer is something that can be changed for good: a missing check, a limit, a rule. An answer that names a person, or says that somebody should have taken care, is not the end: why could one slip do this?',
      qualityBar: 'Does the last answer name a cause that can be removed, and no person?',
      startsWith: 'paragraph',
    },
    {
      id: 'corrective-actions',
      label: 'Corrective actions',
      section: 'body',
      required: true,
      title: 'Corrective actions',
      guidance:
        'For each cause what is changed, one owner, one date, and how we shall see that it works. "Be more careful", "train" and "remind" change nothing. Say which actions are done.',
      qualityBar: 'Has every action exactly one owner, a date, and a cause above that it removes?',
      startsWith: 'paragraph',
    },
    {
      id: 'lessons',
      label: 'Lessons',
      section: 'body',
      required: true,
      title: 'What others can use',
      guidance:
        'What another team should look for in its own house this week, and what went well and should be kept.',
      qualityBar: 'Is there one check that another team could make today?',
      startsWith: 'paragraph',
    },
    appendix,
  ],
}
