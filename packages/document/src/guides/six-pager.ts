import type { Example } from './example.ts'

export const sixPagerExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# Water claims at Larkspur Mutual: the year 2032 and the plan for 2033

<!-- foreword:part=introduction -->

We ask this room for three things: $1.8 million to bring Dry Tonight to the counties of Marl and Upper Esk, a yes to paying drying firms more on winter Saturdays, and a no to selling the service to other insurers, which we were asked for and would like to stop discussing.

In its first year Dry Tonight did most of what its press release promised and earned less than we said. Of 4,420 homes that could be dried at once, 3,712 had a machine running within four hours, 84 in 100; we had promised nine in ten. Mould followed in 13 of 100 claims instead of 34. A claim gained us $1,260 and not $1,640, because we pay too much for what nobody looks at. The sum for the year is $5.6 million instead of $7.1 million.

<!-- foreword:part=goals -->

## Goals

| Goal for 2032 | Promised | Reached |
|:--|--:|--:|
| First machine within four hours, of 100 claims | 90 | 84 |
| Calls answered by a person within a minute, of 100 | 95 | 93 |
| Films that a settlement could be made from, of 100 | 80 | 77 |
| Mould by day 30, of 100 claims | 15 | 13 |
| Gain of one claim, in dollars | 1,640 | 1,260 |

For 2033 we propose four. By 31 December, 90 of 100 homes in the three old counties are reached within four hours, Saturdays included. By 1 October Marl and Upper Esk are open, and by the end of the year they reach 85. By then what we pay too much falls from $610 to $450 a claim. And 85 of 100 families say that they would tell their neighbour to call us; it is 81 now.

<!-- foreword:part=tenets -->

## Tenets

Dry first. Where drying and certainty collide, the machines go in. We have refused four proposals that would have made the film longer before the driver is sent.

The same answer in every street. We do not reach a rich quarter sooner because its claims are larger. On 14 nights last winter that cost us money, and we know how much: $38,000.

Our partners’ people are not our reserve. A firm that says no to a night is asked again the next week as if nothing had happened. The opposite would give us more machines in January and fewer firms by May.

What is doubtful goes to the family, up to $500. Above that a person decides and signs.

<!-- foreword:part=state-of-business -->

## State of the business

What families experienced. The median first machine ran after 3 hours 5 minutes, against 3 hours 40 in the trial and nine days before. But the median hides the tail: 708 families waited longer than four hours and 96 of them longer than twelve. Mould came to 29 of 100 of those who waited and to 10 of 100 of those who did not. So being late is most of what is left of the problem.

Who was late. On Saturdays 214 of 690 families waited too long, 31 in 100. On all other days together it was 494 of 3,730, 13 in 100. The reason is known and simple: a firm’s people have weekends, and in winter a hotel pays for them.

What it cost. Each line of the first plan, beside what it became, in dollars a claim:

| | Planned | Became |
|:--|--:|--:|
| Mould avoided, at $9,500 | 2,185 | 1,995 |
| Adjuster’s visit not made | 280 | 280 |
| Firms paid for being ready | −310 | −310 |
| A person at the telephone all night | −95 | −95 |
| Paid too much, because nobody looked | −420 | −610 |
| **Gain** | **1,640** | **1,260** |

The planned figure for mould assumed 11 of 100; it became 13. What was paid too much was measured on 400 claims that an adjuster visited afterwards without saying so. Henrik Vale, who leads our adjusters, had said $900 and we had said $420. He was nearer on the Saturday, when drivers are in a hurry: there it is $880.

What our people experienced. Of the 21 drivers that the firms named for us, 15 are still with us. Those who left gave the same reason in different words: they were shouted at about money that they do not decide. The telephone desk lost nobody.

Against the others. Both rivals now promise a machine within 24 hours, in the towns. Neither says what share they reach. Of 120 people who left us last year, 9 named a rival’s drying; of 1,300 who came, 204 named ours.

<!-- foreword:part=lessons -->

## Lessons learned

We believed that the great frost would be what breaks us. It came on 3 December with 388 calls, we served 201 homes, and the others heard the truth at the first call; 41 of the 43 we asked afterwards said that this was right. What breaks us is every Saturday. Since June the weekly page shows the worst weekday and not the mean.

We believed that a longer list of partners makes us safer. Two firms came in spring, had four calls each by August, and left. Since then no firm is signed for less than one night a week.

We believed that films get better with practice. People have one flood in ten years; nobody practises. The share that can be settled went up only when the page began to ask for the floor and the doors, from 69 to 77 in 100. Since then we change the page and not the leaflet.

<!-- foreword:part=priorities -->

## Strategic priorities

First, Saturdays. Ida Brandt. From November to April we pay firms $60 more for each machine that stands ready on a Saturday, $140,000 in all. It moves the share that is late on winter Saturdays, from 33 to 13 in 100. The proposal has a page of its own. All five firms have agreed in writing, for one winter.

Second, two counties. Pavel Orn. Marl opens in June and Upper Esk in October, for $1.8 million: 160 machines, three firms, eight people at the desk and in claims. We expect 1,450 claims there in a full year. At $1,260 each that is $1.8 million a year, so the money is back after twelve months of full work. It depends on the claims system carrying a second time zone; the team that owns it has put that into its plan for April and signed.

Third, what we pay too much. Henrik Vale. From March one claim in ten is visited on the second day, drawn by lot. The visit costs $280, and the family is told that it is by lot. We expect $160 less a claim, because a driver who may be followed writes down what was broken before. If it is less than $60 by September we stop the visits.

What we do not do. We sell nothing to other insurers: three asked, the largest would bring 2,000 claims a year, and each would stand in the queue before our own families on the nights that matter. Sensors that shut the water off wait another year; their team was asked to go to Saturdays first and was not happy. Commercial buildings stay out. The sales department wanted the first of these and the brokers the third.

<!-- foreword:part=questions -->

## Questions we expect

<!-- foreword:question -->

### Why open two counties before the three old ones are at 90?

Because what holds the old ones back is Saturdays, and that is bought with money and not with attention. If the winter shows that it is not, Upper Esk waits: the decision falls on 15 April, when Marl has cost $0.5 million and nothing for Upper Esk is signed.

<!-- foreword:question -->

### Is $1,260 the number, or does it fall further?

It fell because of one line. If what is paid too much rises to $900, as Henrik Vale expected at first, the gain is $970 a claim. It would take $1,870 for us to lose money on a claim. We have seen 400 claims, and the worst county stood at $740.

<!-- foreword:question -->

### What happens if a firm leaves?

Two of the five hold 60 percent of the machines in Esk. If the larger leaves in winter, we reach about 60 of 100 homes there within four hours until spring. We own 220 machines and could rent 80 more within a week; the people who set them are what we could not replace. This is the risk that we have found no answer for.

<!-- foreword:part=appendix -->

## Appendix

Claims that could be dried at once, 2032, by county:

| County | Claims | Within four hours | Of 100 |
|:--|--:|--:|--:|
| Holloway | 1,980 | 1,722 | 87 |
| Tarn | 1,310 | 1,129 | 86 |
| Esk | 1,130 | 861 | 76 |
| **All** | **4,420** | **3,712** | **84** |
`,
  notes: [
    {
      about: 'meeting',
      title: 'What the six pages replace',
      quote: 'We ask this room for three things',
      text: 'Slides, a presenter, and an hour of being told. Everybody reads these pages first, in the room, for as long as they take: three minutes a page. The author answers and does not present.',
    },
    {
      about: 'writing',
      title: 'The worst figure comes early',
      quote: 'earned less than we said',
      text: 'Second paragraph, third sentence of the year. A reader who finds it on page four wonders what is on page five.',
    },
    {
      about: 'writing',
      title: 'Last year’s promises stand beside what became of them',
      quote: 'Films that a settlement could be made from, of 100',
      text: 'Three missed, one kept, one better. New goals without the old ones are a way of forgetting.',
    },
    {
      about: 'writing',
      title: 'A tenet has an opposite',
      quote: 'The opposite would give us more machines in January and fewer firms by May.',
      text: 'And it has a price, which is named. A rule that never cost anything decides nothing.',
    },
    {
      about: 'writing',
      title: 'The mean hides who suffers',
      quote: 'But the median hides the tail',
      text: 'One sentence turns a good figure into the subject of the whole document. What follows explains the tail and nothing else.',
    },
    {
      about: 'writing',
      title: 'Who was right',
      quote: 'He was nearer on the Saturday',
      text: 'He dissented two years ago, and his number is printed beside ours. The next dissent will be written with more care, because it is going to be read.',
    },
    {
      about: 'writing',
      title: 'A lesson changes something',
      quote: 'Since then we change the page and not the leaflet.',
      text: 'Each paragraph: what we believed, what happened, what we do since. Without the last sentence it is a story.',
    },
    {
      about: 'writing',
      title: 'The dependency has said yes',
      quote: 'has put that into its plan for April and signed',
      text: 'A dependency that was only mentioned to the other team is a wish with somebody else’s name on it.',
    },
    {
      about: 'meeting',
      title: 'What is not done, and who minds',
      quote: 'was not happy',
      text: 'Those who are disappointed sit in the room. It is better that they read it than that they notice it. Start the discussion here if nobody speaks.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'This is the risk that we have found no answer for.',
      text: 'Three asks, three answers, each with its reason, before the hour is over. Questions that were not reached go to the author, who answers in writing by a date.',
    },
  ],
}
