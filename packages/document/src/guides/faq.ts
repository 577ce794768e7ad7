import type { Example } from './example.ts'

export const faqExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# Dry Tonight for people who rent: questions to edition 4 of the press release

<!-- foreword:part=external-faq -->

## External FAQ

<!-- foreword:question -->

### I rent. The house is insured by my landlord and my furniture by you. Whom do I call?

You call us, at the number on your own card. If the landlord’s insurer is another one, we still send machines the same night, because your sofa cannot wait for a letter. Who pays for the walls is settled between the insurers afterwards, and you hear of it only if you want to.

<!-- foreword:question -->

### May you put machines into a flat that does not belong to me?

With your word, yes, for as long as water is running or standing. The law of the three counties treats that as averting damage. Before a wall is opened we need the owner’s word; we ask for it by telephone that night, and we wait for it.

<!-- foreword:question -->

### What if the water comes from the flat above?

Then we knock there first. Your machines start in any case. We film both flats, if the neighbour agrees, and neither of you has to prove anything to the other.

<!-- foreword:question -->

### Does it cost my landlord anything?

No. The drying is ours to pay, and we ask the landlord’s insurer for it later. We expect to get back about half of it, and that is our trouble and not the landlord’s.

<!-- foreword:part=internal-faq -->

## Internal FAQ

<!-- foreword:question -->

### What do we ask of this meeting?

A yes to tenants in Tarn from October, with $310,000 and two people for one winter. The press release that you approved in January stays word for word as it is; it speaks of a policyholder and not of an owner. What is new are these questions.

<!-- foreword:question -->

### How many are they, and how do we know that they want it?

We insure the furniture of 58,000 renting households, 9,400 of them in Tarn. Of these, 212 reported water last year. We called 40 of them; 33 had lost something that a machine on the first night would have saved, at $1,150 in the median. Two said that they would not let us in without their landlord, and we believe that the true share is higher [we asked people who had the damage behind them].

<!-- foreword:question -->

### What does one claim cost and save?

For one of the 212, in dollars: furniture saved 1,150, times the 33 of 40 who would have gained, makes 950. Three machines for six days cost 480, of which we expect half back from the insurer of the house: 240. The desk and the driver are there already. The gain is 710 a claim, or $150,000 in Tarn in a year. If nothing comes back from the other insurer it is 470, and we would still do it.

<!-- foreword:question -->

### Why would another insurer pay us anything?

Because a wet wall costs that insurer $9,500 more in 34 of 100 cases, and we have just kept it dry. Two of the five we asked said yes in writing. One said that it would wait for a court to tell it. The other two have not answered since March [open].

<!-- foreword:question -->

### What could a landlord hold against us?

Damage from machines, keys handed to the wrong person, and a wall opened without leave. The first is in the firms’ own policy up to $2 million. For the second the driver films the hand that gives the key. The third we do not do. In a year of owners we had four complaints of this kind among 3,712 homes.

<!-- foreword:question -->

### Is this a one-way door?

Hardly. Tenants in one county for one winter can be told in spring that it was a trial, and the policy says so. What cannot be taken back is how an owner’s insurer sees us if we send bills that it did not order.

<!-- foreword:question -->

### What would make us stop?

If more than 20 of 100 calls end at a door that stays closed, or if by February less than a quarter of the drying has come back. Ida Brandt reads both figures on the first Monday of each month and is the one who says stop.
`,
  notes: [
    {
      about: 'meeting',
      title: 'When a FAQ is enough',
      quote: 'questions to edition 4 of the press release',
      text: 'The customer, the benefit and the launch are decided and are not read again. What changed are the questions. The document names the edition that it belongs to, and leaves it untouched.',
    },
    {
      about: 'writing',
      title: 'A question in the customer’s mouth',
      quote: 'Whom do I call?',
      text: 'The external half asks what a tenant would ask with wet feet. If a question uses a word that only the company uses, it belongs in the other half.',
    },
    {
      about: 'writing',
      title: 'The uncomfortable half of the answer',
      quote: 'We expect to get back about half of it',
      text: 'No would have been true and enough for the landlord. The second sentence is for whoever reads the sums below.',
    },
    {
      about: 'meeting',
      title: 'Reading: start with the internal half if you like',
      quote: 'What is new are these questions.',
      text: 'Each entry stands alone, so readers may begin anywhere; the numbers let the room speak of “internal 4”. Reading takes three minutes a page, as always.',
    },
    {
      about: 'writing',
      title: 'The weakness of the evidence, in brackets',
      quote: '[we asked people who had the damage behind them]',
      text: 'People after the event are braver than people in it. Brackets keep it on the list of open assumptions until somebody asks at a wet door.',
    },
    {
      about: 'writing',
      title: 'Sums that survive without the best line',
      quote: 'If nothing comes back from the other insurer it is 470',
      text: 'The doubtful half is taken out in front of everybody. That is quicker than being asked.',
    },
    {
      about: 'meeting',
      title: 'The hardest entry takes the most time',
      quote: 'One said that it would wait for a court to tell it.',
      text: 'Give half of the discussion to the answer that the fewest believe. A facilitator who goes through the entries in order spends the hour on keys.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'is the one who says stop',
      text: 'The room decides on the ask in the first internal answer, and leaves with the figure at which it would take the decision back, and a person who looks at it.',
    },
  ],
}
