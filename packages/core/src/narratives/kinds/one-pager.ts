import type { NarrativeKind } from '../kind.ts'
import { appendix } from './closing-parts.ts'

export const onePager: NarrativeKind = {
  id: 'one-pager',
  label: 'One-pager',
  purpose: 'One proposal on one page: small enough to be decided in ten minutes, written so that it can be.',
  limits: { corePages: 1, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance: 'The proposal as a sentence with a verb. Not "Returns process" but what is to happen to it.',
      qualityBar: 'Could one vote on the title alone?',
      startsWith: 'heading',
    },
    {
      id: 'ask',
      label: 'What we ask',
      section: 'body',
      required: true,
      guidance:
        'The decision you want, from whom, by when, and what it costs in money and people. If nothing is to be decided, send a message instead.',
      qualityBar: 'Can it be answered with yes or no?',
      startsWith: 'paragraph',
    },
    {
      id: 'problem',
      label: 'Problem',
      section: 'body',
      required: true,
      title: 'The problem',
      guidance:
        'Who suffers from what, how often, at what cost, and how you know. Without the proposal in it.',
      qualityBar: 'Is there a number with a unit and a source, and not a word about the proposal?',
      startsWith: 'paragraph',
    },
    {
      id: 'proposal',
      label: 'Proposal',
      section: 'body',
      required: true,
      title: 'The proposal',
      guidance:
        'What changes for the customer, what we do for it, and the first step that could be taken on Monday.',
      qualityBar: 'Would somebody who was not here know what to do on Monday?',
      startsWith: 'paragraph',
    },
    {
      id: 'alternatives',
      label: 'Alternatives',
      section: 'body',
      required: true,
      title: 'What else we looked at',
      guidance:
        'Two others, and doing nothing, each with the reason why it lost. Say what would make you choose it after all.',
      qualityBar: 'Would the friend of each alternative find it fairly told?',
      startsWith: 'paragraph',
    },
    {
      id: 'risks',
      label: 'What could go wrong',
      section: 'body',
      required: true,
      title: 'What could go wrong',
      guidance:
        'The likeliest failure, how you would notice it within weeks, and whether this door can be walked back through.',
      qualityBar: 'Is there a sign to watch for, and a day on which somebody looks?',
      startsWith: 'paragraph',
    },
    appendix,
  ],
}
