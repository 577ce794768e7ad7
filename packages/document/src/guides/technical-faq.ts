import type { Example } from './example.ts'

export const technicalFaqExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# Can a minute of film stand in for an inspection?

<!-- foreword:part=promise -->

## What was promised

“The minute of film is the evidence that the adjuster’s visit used to be, so nothing has to stay wet for it.” So says the solution paragraph of the approved press release, edition 4. For that sentence to hold, a claim must be settled from film alone in at least 80 of 100 cases, and the sum must lie within 15 percent of what an adjuster in the room would have found. Below that we pay for two inspections instead of one.

<!-- foreword:part=known -->

## What we know and what we do not

Measured: 140 films of the trial in Tarn were shown to two adjusters who had not been in the house. They settled 97 of them, 69 in 100. For 81 of these 97 the sum lay within 15 percent of the one found in the house. The median film is 52 seconds long and shows 2.3 rooms.

Reported: the three makers of telephones that our policyholders use most say that their cameras measure distance to 2 percent in daylight. At night, by one lamp, nobody has said anything.

Assumed: [that people who are told what to film do it better than those in the trial, who were told only to film each wet room]; [that a wall which is wet behind its paint can be seen by the gauge on the second day].

<!-- foreword:part=technical-faq -->

## Technical questions

<!-- foreword:question -->

### Why were 43 of 140 films not enough?

Nineteen were too dark. Fourteen left out a room that was wet. Seven showed no floor, so that the height of the water could not be told. Three were lost between the telephone and us. The first three reasons can be seen while the film is being made; the last is ours.

<!-- foreword:question -->

### What changes if the telephone says so while one is filming?

The page measures light and steadiness on the telephone itself and asks for the floor, then for each door. In a dry flat, 20 colleagues made 60 films that way in the dark: 55 could be settled, 92 in 100. Colleagues in a dry flat are not families in a wet one. We would find out that this is wrong in the first hundred claims.

<!-- foreword:question -->

### What happens without a connection?

Water and fuse boxes go together. In 11 of 140 cases there was no connection in the house. The film stays on the telephone, signed with the time, and goes out from the street or the next morning. The drying does not wait for it; only the settlement does. We notice a lost film because the desk opened a claim for it that night.

<!-- foreword:question -->

### Can a film be made of somebody else’s ceiling?

Yes, with effort. The page takes no file from the album, asks for a number spoken aloud that it made up a second before, and keeps the place. Two of us tried for a day to get past it: one film of a screen went through, because its edge was out of the picture. We now ask for a step back. What cannot be caught on film is caught by the driver, who is in the house within four hours.

<!-- foreword:question -->

### What does it cost at ten times the load?

One film is 48 megabytes. A bad night of 412 claims is 20 gigabytes in six hours, and ten such nights at once are 200. Receiving that costs $31 and needs nothing that we do not rent already. The limit is people: one adjuster settles seven films an hour. For 412 claims by noon of the next day we need 12 adjusters, and we have 64.

<!-- foreword:question -->

### What did we try and drop?

A model that estimates the sum from the film. It was within 15 percent in 58 of 97 cases, and its worst miss was $14,000. An adjuster with the film beat it and could say why. We also dropped the measuring of walls by camera: at night it was off by 20 percent, which is a door.

<!-- foreword:question -->

### What do we buy, and from whom?

The gauge, from one maker, with no second source yet; the storage of films, rented by the month. The page itself is ours and is 4,000 lines. If the maker of the gauge stopped tomorrow we have 90 in a drawer, which is nine nights.

<!-- foreword:question -->

### What cannot be taken back?

The films. They show people’s homes on a bad night. We keep them for as long as a claim can be disputed, six years, and not a day longer; nobody outside claims may open one, and each opening is written down where the family can read it. If a film ever left the house, no number in this document would matter.

<!-- foreword:part=next-test -->

## The next test

In Tarn, from 1 to 30 November, every second caller gets the page that asks for floor and doors. We expect about 60 films of each sort. Two adjusters settle all of them without knowing which is which. Pavel Orn runs it; it costs $9,000 and nobody’s drying is delayed. If fewer than 75 in 100 of the new sort can be settled, we stop, and the sentence in the press release has to change. The result is on this table on 9 December.
`,
  notes: [
    {
      about: 'meeting',
      title: 'One doubt, one document',
      quote: 'Can a minute of film stand in for an inspection?',
      text: 'The idea is funded and its press release stays as it is. One thing in it may turn out to be impossible; this document is about that thing alone, and the room is small: those who can judge it, and whoever answers for the promise.',
    },
    {
      about: 'writing',
      title: 'The sentence that is at stake',
      quote: 'so nothing has to stay wet for it.',
      text: 'Quoted, with its edition, so that everybody sees what falls if the answer is no. Beneath it the number that decides.',
    },
    {
      about: 'writing',
      title: 'Measured, reported, assumed',
      quote: 'At night, by one lamp, nobody has said anything.',
      text: 'Three shelves, and nothing stands on a better shelf than it earned. A maker’s figure is reported, however good the maker.',
    },
    {
      about: 'meeting',
      title: 'Reading as an engineer',
      quote: 'Nineteen were too dark.',
      text: 'Twenty minutes, in silence, pencil in hand. Ask where a number came from before asking what follows from it.',
    },
    {
      about: 'writing',
      title: 'A good result, doubted by its author',
      quote: 'Colleagues in a dry flat are not families in a wet one.',
      text: '92 in 100 would have been a pleasant place to stop. The next sentence says when we shall know better.',
    },
    {
      about: 'writing',
      title: 'We attacked it ourselves',
      quote: 'one film of a screen went through',
      text: 'The room believes a defence that its authors have broken once.',
    },
    {
      about: 'writing',
      title: 'What was dropped, with its figure',
      quote: 'its worst miss was $14,000',
      text: 'Otherwise somebody proposes it within ten minutes, and the room does the work again.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'the sentence in the press release has to change',
      text: 'Not with a vote on whether film is good. With a test, its owner, its day, and the result that ends it. If the test fails, that is an iteration of the press release, and the assumption above is the one that it changes.',
    },
  ],
}
