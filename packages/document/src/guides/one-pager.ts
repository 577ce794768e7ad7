import type { Example } from './example.ts'

export const onePagerExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# Pay drying firms more on winter Saturdays

<!-- foreword:part=ask -->

We ask Marguerite Osei for $140,000, once, by 15 October: $60 more for each of 90 machines that a firm keeps ready on a Saturday, from November to April. If the answer comes later, the firms have sold these evenings.

<!-- foreword:part=problem -->

## The problem

A family that finds water on a winter Saturday waits too long. From November to April 480 families called on a Saturday, and 158 of them, 33 in 100, had no machine running after four hours. On all other days it was 13 in 100. Whoever waits has mould in 29 of 100 cases instead of 10, at $9,500 and five weeks without a kitchen. The count is ours and covers every claim of 2032.

<!-- foreword:part=proposal -->

## The proposal

A firm names on Wednesday how many machines, with people to set them, it keeps ready on Saturday from noon to midnight. For each it gets $60 on top of the usual pay, called or not. A firm that then does not come loses the $60 for two weeks. All five have agreed to this in writing, for one winter. On Monday Ida Brandt sends them the first list; nothing has to be built.

If the share that is late falls to the 13 of other days, 96 families are spared the wait, and we save 96 times 19 percent of $9,500, which is $173,000. The gain of $33,000 is thin. The families are the reason.

<!-- foreword:part=alternatives -->

## What else we looked at

Our own crew of six for Saturdays: faster, and $310,000 a winter. We would choose it if two firms left. Fines for coming late: free, and three firms told us that they would then stop taking Saturdays. Doing nothing: 158 families again, and the line in our press release that says four hours.

<!-- foreword:part=risks -->

## What could go wrong

The likeliest failure is that firms name machines that they would have had ready anyway, and we pay for nothing. Then lateness on Saturdays stays above 25 in 100, which we see by the sixth Saturday, 10 December, when Ida Brandt stops the payments or goes on. The door swings both ways: the agreement ends in April by itself. What may stay is that firms ask for the same on Sundays [two have hinted at it].
`,
  notes: [
    {
      about: 'writing',
      title: 'A title one can vote on',
      quote: 'Pay drying firms more on winter Saturdays',
      text: 'It has a verb. “Saturday capacity” would have needed a meeting to find out what is wanted.',
    },
    {
      about: 'meeting',
      title: 'Who has to be there',
      quote: 'We ask Marguerite Osei for $140,000, once, by 15 October',
      text: 'One decider, named. Three minutes of reading, ten of talk, a decision. If more people are needed, it is not a one-pager.',
    },
    {
      about: 'writing',
      title: 'The same measure for both sides',
      quote: '33 in 100, had no machine running after four hours',
      text: 'Saturdays are compared with all other days, counted in the same way. A large number alone frightens; a comparison explains.',
    },
    {
      about: 'writing',
      title: 'What happens on Monday',
      quote: 'nothing has to be built',
      text: 'A proposal whose first step is a project plan is not small.',
    },
    {
      about: 'writing',
      title: 'The sum is not made prettier',
      quote: 'The gain of $33,000 is thin.',
      text: 'A reader with a pencil finds the same. To say it first keeps the talk on whether the families are reason enough.',
    },
    {
      about: 'writing',
      title: 'Doing nothing is an alternative',
      quote: 'Doing nothing: 158 families again',
      text: 'It has a price like the others, and stands in the list with them.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'when Ida Brandt stops the payments or goes on',
      text: 'With yes or no, and the day on which somebody looks whether it was right. The looking is already in somebody’s hands.',
    },
  ],
}
