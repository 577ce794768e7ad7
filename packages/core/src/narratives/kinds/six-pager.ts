import type { NarrativeKind } from '../kind.ts'
import { appendix } from './closing-parts.ts'

export const sixPager: NarrativeKind = {
  id: 'six-pager',
  label: 'Six-pager',
  purpose: 'The whole of a business or a plan in sentences, for a room that would otherwise be shown slides.',
  limits: { corePages: 6, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance: 'What this is about and for which time. No slogan: the reader has come already.',
      qualityBar: 'Does it name the business and the time?',
      startsWith: 'heading',
    },
    {
      id: 'introduction',
      label: 'Introduction',
      section: 'body',
      required: true,
      guidance:
        'Say what you ask of this room, then the state of things in three sentences, good and bad. Who reads only this paragraph should be able to vote.',
      qualityBar: 'Is the thing asked for in the first two sentences?',
      startsWith: 'paragraph',
    },
    {
      id: 'goals',
      label: 'Goals',
      section: 'body',
      required: true,
      title: 'Goals',
      guidance:
        'At most five, each with a number, a date and the customer who would notice. Name last time’s goals beside them, also those that were missed.',
      qualityBar: 'Will nobody be able to argue, a year from now, about whether it was met?',
      startsWith: 'paragraph',
    },
    {
      id: 'tenets',
      label: 'Tenets',
      section: 'body',
      required: true,
      title: 'Tenets',
      guidance:
        'Three to five rules by which you choose when two good things collide. A tenet has an opposite that a sensible company might prefer; where it has none, it is a wish.',
      qualityBar: 'Has each one already decided something, and against what?',
      startsWith: 'paragraph',
    },
    {
      id: 'state-of-business',
      label: 'State of the business',
      section: 'body',
      required: true,
      title: 'State of the business',
      guidance:
        'What customers experienced, in figures with a comparison: last year, the goal, the best competitor. Inputs that you control before outputs that you do not. Bad figures get as many words as good ones.',
      qualityBar: 'Does every figure stand beside one to compare it with?',
      startsWith: 'paragraph',
    },
    {
      id: 'lessons',
      label: 'Lessons learned',
      section: 'body',
      required: true,
      title: 'Lessons learned',
      guidance:
        'What you believed a year ago, what happened, what you believe now. A lesson without a change in what you do is an anecdote.',
      qualityBar: 'Does each lesson name what is done differently since?',
      startsWith: 'paragraph',
    },
    {
      id: 'priorities',
      label: 'Strategic priorities',
      section: 'body',
      required: true,
      title: 'Strategic priorities',
      guidance:
        'What you will do, in order, with owner, cost and the input it moves; then what you will not do, and whom that disappoints. Say on whom you depend and whether they have agreed.',
      qualityBar: 'Is there a thing not done that somebody in the room wanted?',
      startsWith: 'paragraph',
    },
    {
      id: 'questions',
      label: 'Questions',
      section: 'faq',
      required: false,
      title: 'Questions we expect',
      guidance:
        'The objections that you would raise yourself, each answered in a paragraph. They cost the room less here than aloud.',
      qualityBar: 'Is the question in here that you hope nobody asks?',
      startsWith: 'faq-entry',
    },
    appendix,
  ],
}
