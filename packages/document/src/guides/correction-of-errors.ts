import type { Example } from './example.ts'

export const correctionOfErrorsExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# On the night of 14 January 2033, 61 families were promised a driver who was never sent

<!-- foreword:part=summary -->

Between 18:10 and 23:40 the desk told 61 families in Esk that a driver was on the way, with a name and an hour. No driver knew of them. The first machine ran after 11 hours 20 minutes in the median, and we learned of it from a family and not from ourselves. A depot had moved that morning, and orders for its old number were accepted and kept by a system that nobody reads. Three changes make an order without a driver impossible to miss; two are done.

<!-- foreword:part=impact -->

## Impact

| What | How much | How it was counted |
|:--|--:|:--|
| Families who were promised a driver and had none | 61 | Orders of that night without a journey |
| First machine, median | 11 h 20 min | The gauges of 58 homes; three hired their own |
| Mould by day 30 | 19 of 57 | Visits; four families would not have us in the house again |
| Mould that being on time would have prevented | 13 | 19, less the 10 of 100 who have it anyway |
| Cost of that mould | $123,500 | 13 at $9,500 |
| Machines hired by families, paid back | $4,830 | 23 receipts of $210 |
| Complaints to the regulator | 4 | Letters received until 28 February |
| Policies ended | not known yet | Henrik Vale counts at renewal, by 31 March |

No other county was touched: their orders of that night all have a journey.

<!-- foreword:part=timeline -->

## What happened, and when

All times are local, on 14 and 15 January.

- 07:30. The Esk depot of one firm moves across the street and gets a new number. The firm writes to us; the letter is read on the 16th.
- 16:00. The firm switches the old number off. Orders sent to it are still answered with “accepted”, by the exchange and not by a person.
- 18:10. The first family is promised a driver. **Customers are hit from here on.**
- 20:45. The third family calls again. The desk looks, sees “accepted”, and says that the driver must be close.
- 23:40. A father calls for the fourth time and asks what the driver’s name is. The desk reads it out. He answers that he has just spoken to that driver, who is at home. **We know from here on: 5 hours 30 minutes after it began.**
- 23:55. The desk rings the firm’s night number. Eleven crews are woken.
- 05:10. The first of the 61 homes has machines. 10:50. The last. **It is over: 16 hours 40 minutes after it began.**

<!-- foreword:part=five-whys -->

## Five whys

1. Why did 61 families wait through the night? Their orders went to a number at which no driver was listening, and each was told that one was coming.
2. Why were they told so? The desk sees “accepted” and reads it out as “a driver has it”. It means only that the order arrived somewhere.
3. Why does nothing tell the two apart? The driver’s own yes was left out of the first version. With three firms and 20 orders a day a person rang each driver, and it was not missed.
4. Why was it still left out with five firms and 60 orders a night? Whether an order may stand without a driver’s yes was never written down as a rule, so no growth in orders ever raised the question.
5. Why did it take us five and a half hours to notice? We watch how long drivers take, for orders that have a driver. An order without one takes no time, and so it looks like a good one.

The cause is the fourth and the fifth: an order could count as served without anybody serving it, and our measure left out exactly those.

<!-- foreword:part=corrective-actions -->

## Corrective actions

| For why | What is changed | Owner | By | How we see that it works |
|:--|:--|:--|:--|:--|
| 2, 3 | “On the way” is shown only after the driver’s own yes; until then the desk sees “nobody yet” | Pavel Orn | Done, 2 February | Every week ten orders are sent to a dead number; each must stand red |
| 4 | An order with no yes after ten minutes rings at the desk and goes to the next firm | Pavel Orn | Done, 20 February | Same test: the second firm has it within twelve minutes |
| 5 | The measure counts from the family’s call for all calls; one without a machine counts as late from the first minute | Ida Brandt | 15 March | The night of 14 January, played again, shows 61 late by 22:10 |
| 1 | A firm’s number is changed only by both sides together, with an order sent to the new one | Ida Brandt | 31 March | No change of the past month without such an order |

Nothing here asks anybody to be more careful. Three people at the desk were careful that night, and read out what they saw.

<!-- foreword:part=lessons -->

## What others can use

Look this week for a word in your own house that says that something was taken over when it was only received. “Sent”, “accepted” and “scheduled” are good candidates. Then ask your measure what it makes of a case in which nothing ever happens: if it leaves the case out, it gets better as you get worse.

What went well: after 23:40 eleven crews were on the road within forty minutes, because the firm’s night number had been tried out in December. And the desk told all 61 families the truth from then on, without waiting to be allowed to.
`,
  notes: [
    {
      about: 'writing',
      title: 'The title is the customer’s',
      quote: '61 families were promised a driver who was never sent',
      text: '“Order routing incident” would have been ours. Whoever was hit should recognise the night.',
    },
    {
      about: 'meeting',
      title: 'Who is in the room, and who is not on trial',
      quote: 'we learned of it from a family and not from ourselves',
      text: 'Those who can change the causes, and one team that could be next. Say at the start: we are here for the cause. Whoever names a person is asked, by the facilitator, what let one slip do this.',
    },
    {
      about: 'writing',
      title: 'Impact is a number and how it was counted',
      quote: '19, less the 10 of 100 who have it anyway',
      text: 'Only what the error caused is counted, and the reader can do the subtraction. What is not known yet has a name and a day.',
    },
    {
      about: 'writing',
      title: 'Three moments',
      quote: 'We know from here on: 5 hours 30 minutes after it began.',
      text: 'When it began for customers, when we knew, when it was over. The gap between the first two is usually the largest finding.',
    },
    {
      about: 'writing',
      title: 'A why is not a who',
      quote: 'With three firms and 20 orders a day a person rang each driver, and it was not missed.',
      text: 'The first draft said here: the desk did not check. That is a person. Asked why once more, it became a rule that nobody had written down.',
    },
    {
      about: 'meeting',
      title: 'Reading: stop at the last why',
      quote: 'our measure left out exactly those',
      text: 'After the silent reading begin here and not at the timeline. Would this error still be possible if all the actions were done? If yes, there is a sixth why.',
    },
    {
      about: 'writing',
      title: 'One owner, one day, one proof',
      quote: 'Every week ten orders are sent to a dead number; each must stand red',
      text: 'The last column is what makes it an action: somebody can look whether it works, and goes on looking.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'Nothing here asks anybody to be more careful.',
      text: 'The room accepts the cause or sends it back, checks that each action has an owner and a day, and agrees who looks on that day. Then the document goes to every team, because the next to have this error is somebody else.',
    },
  ],
}
