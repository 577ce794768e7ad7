import type { Answers } from './answers.ts'
import { claimQuestions, type Linked } from './claims.ts'
import type { FiveQuestion } from './questions.ts'

/** A way in which an answer can be thin (W4). `reason` says what is wanting, `remedy` what to do about it. */
export interface WeakRule {
  id: string
  question: FiveQuestion
  holds: (answers: Answers, linked: Linked) => boolean
  reason: string
  remedy: string
}

const words = (text: string) => text.split(/\s+/).filter(Boolean).length
const empty = (text: string) => text.trim() === ''
const nobodyInParticular =
  /^(all |any |our |the |every )*(everyone|everybody|anyone|anybody|people|users?|customers?|consumers?|businesses|companies|smbs?|enterprises?|developers?)[.!]?$/i
const severalPeople = /;|\n\s*\S|\b(as well as|and also|or else)\b|\w+s?,\s+\w+s?,?\s+(and|or)\s+\w+/i
/** “Growers and restaurants”, before anything is said of them: “owners of cafes and bars” are one audience. */
const twoKinds =
  /^(?:(?!of|who|that|with|in|at|for|as)\w+\s+){0,3}\w+s\s+(?:and|or)\s+(?:(?!who|that)\w+\s+){0,2}\w+s\b/i
const solutionAsProblem =
  /\b(lacks?|lacking|lack of|there is no|they have no|needs?|no) (an? |any |our |the )?(\w+ ){0,2}(app|application|tool|platform|dashboard|portal|software|website|integration|chatbot|api|ai|solution)\b/i
const twoThings = /;|\n\s*\S|\b(as well as|and also|in addition|plus)\b|[.!?]\s+\S/i
const praise =
  /\b(better|best|easier|easy|seamless(ly)?|simple|intuitive|powerful|innovative|great|amazing|world-class|cutting-edge|delightful|user-friendly|state-of-the-art)\b/i

/** The most telling stands at the top of its question. */
const ofOneAnswer: readonly WeakRule[] = [
  {
    id: 'who-is-missing',
    question: 'customer',
    holds: ({ customer }) => empty(customer.who),
    reason: 'Nobody is named yet.',
    remedy: 'Write who this is for, as you would describe one person.',
  },
  {
    id: 'everybody',
    question: 'customer',
    holds: ({ customer }) => nobodyInParticular.test(customer.who.trim()),
    reason: 'This could be anybody.',
    remedy: 'Name one kind of person you could phone this week, and what sets them apart.',
  },
  {
    id: 'several-audiences',
    question: 'customer',
    holds: ({ customer }) => severalPeople.test(customer.who.trim()) || twoKinds.test(customer.who.trim()),
    reason: 'This reads like several audiences, and an iteration serves one.',
    remedy:
      'Keep the one with the sharpest problem. If one person uses it and another pays, write the payer below.',
  },
  {
    id: 'no-situation',
    question: 'customer',
    holds: ({ customer }) => empty(customer.situation),
    reason: 'What they are in the middle of is missing.',
    remedy: 'Write what they were trying to get done when the problem met them.',
  },
  {
    id: 'no-time',
    question: 'customer',
    holds: ({ customer }) => empty(customer.time),
    reason: 'The time is missing.',
    remedy: 'Write when it happens: the hour, the day, the season, the step of their work.',
  },
  {
    id: 'no-place',
    question: 'customer',
    holds: ({ customer }) => empty(customer.place),
    reason: 'The place is missing.',
    remedy: 'Write where they are at that moment: at a desk, in a van, in a queue.',
  },
  {
    id: 'no-customer-words',
    question: 'customer',
    holds: ({ customer }) => empty(customer.words),
    reason: 'No customer speaks here in their own words.',
    remedy:
      'Ask one customer and write the sentence as they said it; the meeting will have it before its eyes.',
  },

  {
    id: 'problem-is-missing',
    question: 'problem',
    holds: ({ problem }) => empty(problem.statement),
    reason: 'The problem itself is not written.',
    remedy: 'Finish the sentence “Today they have to…”.',
  },
  {
    id: 'problem-is-a-solution',
    question: 'problem',
    holds: ({ problem }) => solutionAsProblem.test(problem.statement),
    reason: 'This says what we would build, not what troubles them.',
    remedy: 'Write what goes wrong for the customer today, as if nothing could be built.',
  },
  {
    id: 'problem-too-short',
    question: 'problem',
    holds: ({ problem }) => !empty(problem.statement) && words(problem.statement) < 6,
    reason: 'A few words do not yet tell a problem.',
    remedy: 'Say what they have to do today, and what it costs them when it goes wrong.',
  },
  {
    id: 'no-number',
    question: 'problem',
    holds: ({ problem }) => !/\d/.test(problem.number),
    reason: 'The problem has no size.',
    remedy:
      'Give one number: how many have it, how often, or what it costs. A counted hundred beats a guessed million.',
  },
  {
    id: 'no-unit',
    question: 'problem',
    holds: ({ problem }) => /\d/.test(problem.number) && empty(problem.unit),
    reason: 'The number has no unit.',
    remedy: 'Say what is counted: people, hours a week, dollars a year.',
  },
  {
    id: 'no-source',
    question: 'problem',
    holds: ({ problem }) => /\d/.test(problem.number) && empty(problem.source),
    reason: 'The number has no source.',
    remedy: 'Say where it comes from; “our estimate, from…” is a source.',
  },
  {
    id: 'urgency-unproven',
    question: 'problem',
    holds: ({ problem }) =>
      (problem.urgency === 'painful' || problem.urgency === 'head on fire') && empty(problem.proof),
    reason: 'Nothing shows that it burns this badly.',
    remedy: 'Write what they already do or pay to be rid of it. Who does neither can live with it.',
  },

  {
    id: 'no-primary-benefit',
    question: 'benefit',
    holds: ({ benefit }) => empty(benefit.primary),
    reason: 'There are benefits, but not yet the one.',
    remedy: 'Move the benefit that would make them change to the top.',
  },
  {
    id: 'two-benefits',
    question: 'benefit',
    holds: ({ benefit }) => twoThings.test(benefit.primary.trim()),
    reason: 'This reads like more than one benefit.',
    remedy: 'Keep the one they value most; rank the rest below it.',
  },
  {
    id: 'praise',
    question: 'benefit',
    holds: ({ benefit }) => praise.test(benefit.primary) && !/\d/.test(benefit.primary),
    reason: 'It praises the product instead of saying what the customer gains.',
    remedy: 'Say what they will have, save or be able to do, with a number if there is one.',
  },

  {
    id: 'only-anecdotes',
    question: 'evidence',
    holds: ({ evidence }) => evidence.items.every((item) => item.kind === 'anecdote'),
    reason: 'So far it is anecdote; one’s own experience counts only as that.',
    remedy: 'Talk to three customers, or count something that already happens, and add what you find.',
  },
  {
    id: 'only-assumed',
    question: 'evidence',
    holds: ({ evidence }) => evidence.items.every((item) => item.provenance === 'assumed'),
    reason: 'Nothing here was observed or reported; all of it is assumed.',
    remedy: 'Take the assumption that matters most and go and see.',
  },
  {
    id: 'evidence-unsaid',
    question: 'evidence',
    holds: ({ evidence }) => evidence.items.some((item) => empty(item.statement)),
    reason: 'A piece of evidence does not say what was found.',
    remedy: 'Write what was seen or said in one sentence, or remove the entry.',
  },
  {
    id: 'evidence-unsourced',
    question: 'evidence',
    holds: ({ evidence }) => evidence.items.some((item) => !empty(item.statement) && empty(item.source)),
    reason: 'A piece of evidence has no source.',
    remedy: 'Say who said it or where it stands, so that somebody else can look.',
  },
  {
    id: 'evidence-undated',
    question: 'evidence',
    holds: ({ evidence }) => evidence.items.some((item) => !empty(item.statement) && empty(item.date)),
    reason: 'A piece of evidence has no date.',
    remedy: 'Say when it was found; the month is enough.',
  },

  {
    id: 'experience-is-missing',
    question: 'experience',
    holds: ({ experience }) => empty(experience.description),
    reason: 'There are pictures, but nobody is walked through them.',
    remedy: 'Write the steps from the customer’s side, the first thing they see to the last.',
  },
  {
    id: 'experience-too-short',
    question: 'experience',
    holds: ({ experience }) => !empty(experience.description) && words(experience.description) < 25,
    reason: 'The experience is named, not yet told.',
    remedy: 'Walk through it step by step, with what happens when something goes wrong.',
  },
  {
    id: 'no-picture',
    question: 'experience',
    holds: ({ experience }) => !experience.links.some((link) => /^https?:\/\/\S+/i.test(link.address.trim())),
    reason: 'There is nothing to look at yet.',
    remedy:
      'Link one sketch, storyboard, journey map, wireframe or diagram; a photographed whiteboard will do.',
  },
]

/** W6: what was found speaks louder than how an answer is written. */
const refuted: readonly WeakRule[] = claimQuestions.map((question) => ({
  id: `${question}-only-against`,
  question,
  holds: (_, { [question]: linked }) => linked !== undefined && linked.against > 0 && linked.for === 0,
  reason: 'Evidence speaks against this, and none for it.',
  remedy: 'Change the answer to what was found, or link what speaks for it.',
}))

/** The first that holds is the one people are shown first. */
export const weakRules: readonly WeakRule[] = [...refuted, ...ofOneAnswer]
