import type { Part } from './cast.ts'

/** How a question leaves the room when the note-taker writes it down. */
export type WrittenEnd = { answer: string } | { owedInDays: number } | { outOfScope: string }

export interface ScriptedQuestion {
  by: Part
  /** Words of the guide, found in it; null is about the whole document. */
  quote: string | null
  text: string
  /** Asked when this share of the reading has passed. */
  at: number
  /** What is said aloud when its turn has come, in order. */
  said: readonly { by: Part; says: string }[]
  /** Who wants to add something. */
  hands: readonly Part[]
  end: WrittenEnd
}

const manyHouses = 'we can serve 190 homes in a night'

/** In the order in which they are asked. The room takes them page by page (R8). */
export const questions: readonly ScriptedQuestion[] = [
  {
    by: 'legal',
    quote: 'Then the policyholder films each wet room.',
    text: 'The film shows a family’s home, and sometimes the family. Who may look at it, when is it deleted, and is somebody who asks for that still paid?',
    at: 0.16,
    said: [
      {
        by: 'author',
        says: 'Claims and the driver look at it. When it is deleted we have not decided, and we should have.',
      },
    ],
    hands: ['customer'],
    end: { owedInDays: 7 },
  },
  {
    by: 'customer',
    quote:
      'If you call, the house is dried, and you then make no claim, we pay the drying and nothing is entered.',
    text: 'At ten past seven I do not know yet whether I shall make a claim. Does the person at the telephone tell me this before I have to decide, or do I read it here?',
    at: 0.28,
    said: [
      {
        by: 'author',
        says: 'They tell you, in the second sentence. It stands in the script and not in this document.',
      },
    ],
    hands: ['support'],
    end: { answer: 'It is the second sentence on the telephone. The document gains it.' },
  },
  {
    by: 'finance',
    quote: 'That is $7.1 million a year when all three counties use it.',
    text: 'That is $1,640 times all 4,340 claims. Question 15 hopes for four hours in nine of ten. What is the sum when the tenth gets mould?',
    at: 0.42,
    said: [
      {
        by: 'author',
        says: 'At nine in ten it is $6.4 million. We counted all of them, and that was too kind.',
      },
    ],
    hands: [],
    end: { answer: 'At nine of ten claims it is $6.4 million; the sentence changes to that.' },
  },
  {
    by: 'finance',
    quote: 'the money is back in the eighth month',
    text: 'Claims spread evenly over the year, you write. Page one says November to March. Which month is it with the claims where they really fall?',
    at: 0.47,
    said: [
      {
        by: 'author',
        says: 'Later, if we begin in January, as the dateline has it. I owe you the sum month by month.',
      },
    ],
    hands: ['engineering'],
    end: { owedInDays: 7 },
  },
  {
    by: 'support',
    quote: manyHouses,
    text: 'What exactly do I say to household number 191, and may I offer them a hotel without asking anybody?',
    at: 0.55,
    said: [
      { by: 'author', says: 'The true hour, and that we pay for what they hire. Nobody thought of a hotel.' },
    ],
    hands: ['customer'],
    end: { owedInDays: 14 },
  },
  {
    by: 'customer',
    quote: manyHouses,
    text: 'I am number 191. I pay the same premium as number 12. Why is that fair?',
    at: 0.6,
    said: [
      {
        by: 'author',
        says: 'It is not. We wait with a county until its machines cover the worst night we remember.',
      },
      { by: 'finance', says: 'Then say what that costs, because nothing in question 5 pays for it.' },
    ],
    hands: ['finance', 'support'],
    end: {
      answer:
        'It is not fair. A county opens only with machines for its own worst night; question 8 says so.',
    },
  },
  {
    by: 'engineering',
    quote: manyHouses,
    text: 'The first 190 are chosen by what the film shows. Who looks at 412 films between six and midnight, and how would we notice that they chose badly?',
    at: 0.64,
    said: [
      {
        by: 'author',
        says: 'One person in claims. In the trial it was never more than nine films in a night.',
      },
    ],
    hands: ['legal'],
    end: { owedInDays: 14 },
  },
  {
    by: 'engineering',
    quote: 'which was down for 31 hours last winter',
    text: 'Nine engineers are asked for. Which of them works on the system that was down for 31 hours?',
    at: 0.7,
    said: [{ by: 'author', says: 'Two of the nine. Question 5 should have said it.' }],
    hands: [],
    end: { answer: 'Two of the nine; question 5 will name them.' },
  },
  {
    by: 'legal',
    quote: 'It does not say whether a film is an inspection.',
    text: 'The regulator answers by May and we pay on films from January. What happens to those claims if the answer is no?',
    at: 0.74,
    said: [
      {
        by: 'author',
        says: 'An adjuster would look at each of them again. We dry either way; only the settlement waits.',
      },
      { by: 'legal', says: 'Then nothing should be settled on a film alone before May.' },
    ],
    hands: ['finance'],
    end: { answer: 'Until the regulator has answered, nothing is settled on a film alone.' },
  },
  {
    by: 'support',
    quote: 'The share of calls that a person answers within a minute: 95 of 100',
    text: 'Six more people in three shifts are two at a time. What does the third caller of a minute hear?',
    at: 0.82,
    said: [{ by: 'author', says: 'Music. You are right, the figure holds on an ordinary night only.' }],
    hands: ['engineering'],
    end: { answer: 'The figure holds on an ordinary night; for the others a second desk is asked for help.' },
  },
  {
    by: 'engineering',
    quote: null,
    text: 'What did the trial in Tarn teach you that is nowhere on these pages?',
    at: 0.86,
    said: [
      {
        by: 'author',
        says: 'That drivers are asked whether the house will be all right. They need an answer to that.',
      },
    ],
    hands: ['customer'],
    end: { answer: 'What drivers are asked, and what they may say, becomes a question of its own.' },
  },
]
