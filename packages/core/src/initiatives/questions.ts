import type { Settings } from '../people/workspace.ts'

export const questionIds = ['customer', 'problem', 'benefit', 'evidence', 'experience'] as const
export type FiveQuestion = (typeof questionIds)[number]

export interface Question {
  id: FiveQuestion
  /** One or two words, for a list. */
  title: string
  /** As it is asked; this and what follows a company may word for itself (W3). */
  ask: string
  /** Why it is asked, for someone who has never done this. */
  why: string
  /** What a good answer has that a first one lacks. */
  bar: string
  /** What to do first when there is no answer yet. */
  start: string
}

/** The five questions with which working backwards begins (W2), in the order in which they are answered. */
export const defaultQuestions: readonly Question[] = [
  {
    id: 'customer',
    title: 'Customer',
    ask: 'Who is the customer?',
    why: 'A person at a moment can be served; a market cannot. Where they are, what they are in the middle of and what hour it is decide what would help.',
    bar: 'You could phone this person tomorrow, and a colleague would pick the same one from your description.',
    start:
      'Think of the last customer you spoke to. Write who they are and what they were doing at that moment.',
  },
  {
    id: 'problem',
    title: 'Problem',
    ask: 'What is the customer’s problem or opportunity, and how large is it?',
    why: 'A problem with a size can be compared with other problems. Without one, the best talker wins.',
    bar: 'It is told from the customer’s side, names no solution, and its number can be traced to a source.',
    start:
      'Finish the sentence “Today they have to…”. Then count: how many, how often, how much it costs them.',
  },
  {
    id: 'benefit',
    title: 'Benefit',
    ask: 'What is the one most important benefit to the customer?',
    why: 'A product that promises one thing and keeps it is understood. Choosing the one is where the arguing belongs, now, while it is cheap.',
    bar: 'The customer would say it in these words to a friend. It is what they gain, never what we built.',
    start: 'Ask: if only one thing got better for them, which would make them change what they do today?',
  },
  {
    id: 'evidence',
    title: 'Evidence',
    ask: 'How do you know what customers need or want?',
    why: 'Our own experience is one anecdote, and seldom the customer’s. What people did says more than what they said they would do.',
    bar: 'Several kinds of evidence from different places, each dated and sourced, and something that could have proved you wrong.',
    start:
      'Write down the one thing that made you believe this, where it comes from, and whether you saw it yourself.',
  },
  {
    id: 'experience',
    title: 'Experience',
    ask: 'What does the customer’s experience look like?',
    why: 'Step by step, from hearing of it to having what they came for, is where a good idea shows what it left out.',
    bar: 'A stranger could act it out: each step, what the customer sees, and what happens when it goes wrong.',
    start:
      'Tell it as a morning in their life. Draw it on a whiteboard, photograph that, and link the picture.',
  },
]

/** What a company has made of the set: its settings of these names. */
export type QuestionSet = Pick<Settings, 'questionWording' | 'weakRulesOff'>
/** As it ships. */
export const defaultQuestionSet: QuestionSet = { questionWording: {}, weakRulesOff: [] }

/** The questions as this company words them. */
export function questionsAsWorded({ questionWording }: QuestionSet): Question[] {
  return defaultQuestions.map((question) => {
    const { ask, why, bar, start } = questionWording[question.id] ?? {}
    return {
      ...question,
      ask: ask ?? question.ask,
      why: why ?? question.why,
      bar: bar ?? question.bar,
      start: start ?? question.start,
    }
  })
}
