/**
 * W11: the example that ships. Larkspur Mutual, its counties, its people and its figures are invented; the figures
 * agree with each other, so change none alone.
 */
export const guideMarkdown = `<!-- foreword:part=headline -->

# Larkspur Mutual starts drying a flooded home the night it is reported

<!-- foreword:part=subheading -->

A family that comes home to water through the kitchen ceiling has drying machines running before it goes to bed.

<!-- foreword:part=dateline -->

HOLLOWAY BRIDGE — 12 January 2032 —

<!-- foreword:part=summary -->

Larkspur Mutual today opens Dry Tonight in the counties of Holloway, Tarn and Esk. A policyholder who finds water in the house, at any hour, films the wet rooms for one minute and answers five questions. Within twenty minutes a drying firm is on its way. The machines are running within four hours, at no charge, and no adjuster has to come first.

<!-- foreword:part=problem -->

A burst pipe does most of its harm after it is mended. A family waits nine days between its first call and the first drying machine, because nobody may touch the damage before an adjuster has seen it. Mould needs three. Last year it followed in 34 of every 100 water claims that we paid: 2,108 homes, $9,500 more in each, and 41 days until the family could cook again.

<!-- foreword:part=solution -->

Dry Tonight turns the order round: dry first, assess afterwards. The minute of film is the evidence that the adjuster’s visit used to be, so nothing has to stay wet for it. Drying firms in each county are paid for keeping machines ready, so that one of them can come at nine in the evening. A family that hires machines by itself today waits for a shop to open, leaves a deposit, and guesses how many it needs.

<!-- foreword:part=leader-quote -->

“For thirty years we asked people to live in a wet house so that we could look at it,” said Marguerite Osei, who answers for claims at Larkspur Mutual. “We were guarding ourselves against one dishonest claim in fifty, and the other forty-nine paid for that with their kitchens.”

<!-- foreword:part=how-it-works -->

The policyholder calls the number on the policy card, or opens the link beside it. A person answers, day or night, and first helps to find the tap that shuts the water off. Then the policyholder films each wet room. A message gives the driver’s name and the hour of arrival. The driver sets the machines, measures the walls, and leaves a gauge that reports every hour. When the walls are dry the machines are fetched, and the repair is settled from the same film.

<!-- foreword:part=customer-quote -->

“Two winters ago it took eleven days, and we lived at my sister’s until April,” said Tobias Renn, who has two children and a terraced house in Esk. “This time I rang at ten past seven. At half past ten the machines were humming and we slept upstairs.”

<!-- foreword:part=getting-started -->

Dry Tonight belongs to every Larkspur home policy in the three counties from today, at no extra premium. The number is on the back of the policy card and at larkspur.example/dry. Put it on the fridge.

<!-- foreword:part=external-faq -->

## External FAQ

<!-- foreword:question -->

### Does a call raise my premium?

A call does not. A claim counts as it always did: one water claim in five years changes nothing, and a second one raises the premium by 8 percent. If you call, the house is dried, and you then make no claim, we pay the drying and nothing is entered.

<!-- foreword:question -->

### I am away and a neighbour found the water. What then?

Anyone you name on the policy, or anyone who has your card in hand, may call and film. The firm enters with that person and nobody else. If no one can open the door we send a locksmith, who costs you $60 of the $140 that we pay.

<!-- foreword:question -->

### Who pays for the electricity of the machines?

We do. Three machines use about $9 a day and run for six days on average. The gauge counts the hours, and the sum is in the settlement without a form.

<!-- foreword:question -->

### Must I use the firm that you send?

No. If you have a firm that you trust, and it starts within twelve hours, we pay it at the county’s rate. After twelve hours we advise against waiting, because of the mould, and we write that advice down for both of us.

<!-- foreword:question -->

### What is not covered?

Rivers, sewers and rain through a roof that was open before: these are other policies. Dry Tonight still sends machines if the house can be entered safely, and tells you the price of $170 a day before they start.

<!-- foreword:part=internal-faq -->

## Internal FAQ

<!-- foreword:question -->

### What do we ask of this meeting?

A decision on $2.4 million and fifteen people for one year. Two things in here are argued about: paying without an adjuster’s visit (question 7), and paying firms to be ready (question 4). We would rather hear no to either today than in June.

<!-- foreword:question -->

### Who is the customer, and how many are there?

A family in a house that it owns, in the evening or at a weekend, between November and March, with water coming through a ceiling. We insure 310,000 homes in the three counties and pay 6,200 water claims a year, one home in fifty. Of these, 4,340 (70 percent) were reported while the house was still wet and could have been dried at once. The rest were found late: a slow leak behind a wall is not our customer here, and this does nothing for it.

<!-- foreword:question -->

### How do we know that the problem is real?

Three ways, of different strength. We read all 2,108 mould files of last year: in 1,771 of them the first machine came later than day three. We talked with 31 families, each within eight weeks of the damage; 26 named the wait as the worst of it, and 4 named us. And we ran Dry Tonight by hand for 140 claims in Tarn, from October 2030 to January 2031. The first machine ran after 3 hours 40 minutes in the median, and mould followed in 11 of 100 claims instead of 34.

What would prove us wrong: mould in more than 20 of 100 claims in the first winter. Tarn is the driest of the three counties, and 140 is a small number. The true share may lie anywhere between 7 and 17.

<!-- foreword:question -->

### What does one claim cost and save?

Figures for one of the 4,340 claims that could be dried at once, in dollars:

| | Each claim | Where it comes from |
|:--|--:|:--|
| Mould avoided: 34 less 11 of 100, at $9,500 | 2,185 | Tarn trial, files of last year |
| Adjuster’s visit not made | 280 | Our cost today |
| Firms paid for being ready | −310 | Signed offers of five firms |
| A person at the telephone all night | −95 | Six more people, three shifts |
| Paid too much, because nobody looked | −420 | Assumed; see question 7 |
| **Gain** | **1,640** | |

That is $7.1 million a year when all three counties use it. Take away the assumption that hurts most: if mould falls only to 25 of 100, the gain is $310 a claim, or $1.3 million a year. We would still do it.

<!-- foreword:question -->

### What do we spend before we know?

$2.4 million. Nine engineers and six people in claims for a year are $1.9 million; 220 machines at $2,300 are $0.5 million. The machines can be sold for about half. With one county added each quarter, and claims spread evenly over the year, the money is back in the eighth month. After two quarters we have spent $1.3 million and know the answer to question 3; that is where we propose to stop if it is bad.

<!-- foreword:question -->

### What do people use today, and why would they change?

They call us, because the policy says so, and then wait. Fourteen of the 31 families had also hired machines by themselves, at $55 a day each, and 9 of those hired too few. Two rivals promise an adjuster in 48 hours; neither pays for drying before the visit. Nobody has to change a habit: the number on the card stays the same.

<!-- foreword:question -->

### What stops people from filming somebody else’s ceiling?

Less than stops them today, and we say so. The film is made in our page, so that it carries time and place, and the driver sees the house within four hours. That is earlier than any adjuster. What we lose is judgement on what was broken before. We assume $420 a claim for it [untested: from 140 claims, the adjusters who looked afterwards would have paid $180 to $690 less]. The head of our fraud desk thinks $900. At $900 the gain is $1,160 a claim.

<!-- foreword:question -->

### What happens on the night of a great frost?

It breaks. On 9 February 2029 we had 412 calls between six and midnight. With our 220 machines and the 350 that the firms keep ready, three to a house, we can serve 190 homes in a night. On such a night the first 190 are chosen by what the film shows and not by who called first. The others hear the true waiting time, and the hire of any machine they find is paid. We have not found a way to be ready for 412 that costs less than the mould.

<!-- foreword:question -->

### Whom do we depend on?

Five drying firms, of which two hold 60 percent of the machines in Esk. Their offers bind them for two winters and us for one. The gauge comes from one maker [we have not yet asked a second]. The telephone desk depends on our own claims system, which was down for 31 hours last winter. The desk can work on paper for a night, and did so twice in the trial.

<!-- foreword:question -->

### What does the law say?

The insurance code of all three counties lets us pay for averting damage before a claim is settled. It does not say whether a film is an inspection. Our counsel reads it as one for sums below $15,000, which is 88 percent of claims; above that an adjuster still comes, after the machines. The regulator has been asked and answers by May [open].

<!-- foreword:question -->

### Is this a one-way door?

The money is not: see question 5. The promise is. A family that was dried in one night tells its street, and we cannot go back to nine days. If we think that we may have to, we should not begin.

<!-- foreword:question -->

### What are we not doing?

Sensors that shut the water off: they would prevent a third of these claims, and 7 of 31 families said that they would let us fit one. It is the better product and needs four years. Commercial buildings, flats with a shared owner, and selling this to other insurers: each was asked for, and none this year.

<!-- foreword:question -->

### What are the three likeliest reasons for failure?

First, the firms do not come: they are paid for being ready, and on a Saturday in January a hotel pays more. In Tarn 6 of 140 were late by more than two hours, and all 6 were Saturdays. Second, drivers become adjusters in all but name, are shouted at, and leave. Third, we save the money in mould and give it away in claims that should have been refused, and notice after two years.

<!-- foreword:question -->

### What does the person most against this say?

Henrik Vale, who leads our adjusters, was asked to write this answer. “You are measuring the winter in which everybody was watching. I have 64 people who can tell a burst pipe from a rotten window frame, and you propose that they learn it from a film made with shaking hands. Do it in one county for two winters. It costs you $3 million of savings and it may save you the company’s good name.”

We think that he is right about the hands and wrong about the winters. The decision is this meeting’s.

<!-- foreword:question -->

### How do we know in ninety days that it works?

We watch three things that we control, each week. The share of calls that a person answers within a minute: 95 of 100. The hours until the first machine: four, in nine of ten claims. The share of films that the settlement could be made from: 80 of 100. What they lead to comes later: mould in fewer than 15 of 100 claims by the end of the winter.

<!-- foreword:part=appendix -->

## Appendix

The trial in Tarn, October 2030 to January 2031, by month:

| Month | Claims | First machine, median | Late by 2 h or more | Mould by day 30 |
|:--|--:|--:|--:|--:|
| October | 22 | 4 h 50 min | 1 | 4 |
| November | 35 | 3 h 55 min | 2 | 4 |
| December | 44 | 3 h 25 min | 2 | 4 |
| January | 39 | 3 h 20 min | 1 | 3 |
| **All** | **140** | **3 h 40 min** | **6** | **15** |

Fifteen of 140 is 10.7 in 100; the text says 11.
`
