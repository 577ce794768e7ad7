import type { Want } from '@foreword/core/meetings/events'
import type { Part } from './cast.ts'

/** When each has read to the end, and what they answer to the one question (R18). */
export const readings: readonly { by: Part; finishesAt: number; want: Want; because: string }[] = [
  {
    by: 'customer',
    finishesAt: 0.72,
    want: 'yes',
    because: 'somebody comes before I have to argue with anybody',
  },
  { by: 'author', finishesAt: 0.76, want: 'yes', because: '' },
  {
    by: 'legal',
    finishesAt: 0.8,
    want: 'not-yet',
    because: 'I would film my bedroom without knowing who looks at it',
  },
  {
    by: 'support',
    finishesAt: 0.86,
    want: 'yes',
    because: 'I take these calls, and all that I can say today is wait',
  },
  {
    by: 'engineering',
    finishesAt: 0.9,
    want: 'yes',
    because: '',
  },
  {
    by: 'finance',
    finishesAt: 0.94,
    want: 'not-yet',
    because: 'on the night on which I need it most I may be number 191',
  },
]

/** R9: the round of views, each in a sentence. Who decides speaks last, and that is whoever watches. */
export const views: Record<Part, string> = {
  customer: 'I would put the number on the fridge. Tell me on the telephone that nothing is entered.',
  support: 'Yes, if I know before the first frost what I may promise to number 191.',
  engineering: 'Yes. Fix the claims system before the second county and not after it.',
  legal: 'Dry in January, but settle nothing on a film before the regulator has answered.',
  finance: 'The first county, yes. The rest of the money when mould is below 20 of 100.',
  author: 'I ask for the first two quarters, and for being stopped if question 3 comes out badly.',
}

/** R15: what is agreed, as the author writes it down. */
export const agreed = {
  experience:
    'A family that finds water through the ceiling at seven in the evening sleeps upstairs that night while the machines run. It has paid nothing, argued with nobody, and knows that a call enters nothing. On the worst night it hears the true hour and is paid for what it hires.',
  why: 'Nine days of waiting do most of the harm, and the wait guards us against one claim in fifty. Even if mould falls only to 25 of 100 this pays. What we do not know is the worst night and what the regulator says of films, so no county opens without machines for its own, and no film settles a claim by itself before May.',
}

export const acknowledgements: readonly Part[] = ['customer', 'author', 'support', 'finance', 'engineering']

export const dissent: { by: Part; because: string; whatWouldChangeMyMind: string; commits: boolean } = {
  by: 'legal',
  because: 'We begin to film people’s homes in January and learn in May whether we may use what we see.',
  whatWouldChangeMyMind:
    'The regulator’s answer in writing, or a first winter in which films only steer the drivers.',
  commits: true,
}

/** What the author says to a question that nobody wrote down beforehand. */
export const noAnswerYet = 'That is a good one, and I am only simulated: I owe you an answer.'
