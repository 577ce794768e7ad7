import type { Example } from './example.ts'

export const pressReleaseExample: Example = {
  markdown: `<!-- foreword:part=headline -->

# Larkspur Mutual names the repair price at breakfast after a flood

<!-- foreword:part=subheading -->

A family whose kitchen was dried overnight knows by eight in the morning what its repair costs and who does it.

<!-- foreword:part=dateline -->

HOLLOWAY BRIDGE — 3 October 2033 —

<!-- foreword:part=summary -->

Larkspur Mutual today opens Price by Eight to every home that it dries. The family finds one page on the telephone when it wakes: the sum for the repair, three builders who accept it, and the first day each can come. Choosing one takes a minute. The money is paid to the builder, and the family signs nothing else.

<!-- foreword:part=problem -->

A dry house is not yet a home. Last year 3,712 families had machines running the night they called, and then waited 26 days in the median for a price. In that time 1,410 of them gathered offers by themselves, four on average, and 38 in 100 offers were never answered. Our own count says that the waiting costs a family eleven hours on the telephone, most of it at work.

<!-- foreword:part=solution -->

Price by Eight makes the offer instead of asking for it. The wet rooms were filmed on the first night, and the gauge knows how deep the water went. From both, the price list of the county gives a sum that its builders have signed beforehand. A family that distrusts the sum brings an offer of its own, and the higher one counts up to a tenth more. Today people ring the builder that a neighbour had, and take what he says.

<!-- foreword:part=leader-quote -->

“We used to send people a form and call it help,” said Marguerite Osei, who answers for claims at Larkspur Mutual. “Nobody who has just lost a kitchen should have to become a buyer of kitchens.”

<!-- foreword:part=how-it-works -->

The family does nothing at night but film, as before. At eight a message opens the page. It shows the rooms, what is replaced in each, and the sum. A wrong line is struck out with a thumb, and a person calls within the hour about it. Then the family picks a builder and a day. When the last wall is painted it presses one button, and the builder has the rest of the money that evening.

<!-- foreword:part=customer-quote -->

“After the first burst I kept a notebook of who had not rung back, and it had nine pages,” said Wanda Quill, who teaches in Tarn and has two boys. “This time I chose between two Tuesdays over coffee. The kitchen was done on day 19.”

<!-- foreword:part=getting-started -->

Price by Eight comes with every Larkspur home policy in Holloway and Tarn from today, at no extra premium. There is nothing to order. It arrives on the telephone that made the film.
`,
  notes: [
    {
      about: 'meeting',
      title: 'Why only a press release',
      quote: 'names the repair price at breakfast',
      text: 'The idea is a day old. Before anybody spends two weeks on its questions, five colleagues read this one page and say whether the family would want it. If they shrug, a page was lost and not a quarter.',
    },
    {
      about: 'writing',
      title: 'The benefit has an hour',
      quote: 'knows by eight in the morning',
      text: 'Fast would be a wish. An hour can be missed, and so it can be kept.',
    },
    {
      about: 'meeting',
      title: 'Ten minutes, then one question each',
      quote: 'A dry house is not yet a home.',
      text: 'Read in silence for five minutes, also a single page. Then go round once, the newest colleague first: would this family want it, and what would it not believe? No answers yet; the author writes down what is not believed.',
    },
    {
      about: 'writing',
      title: 'The trouble is counted from outside',
      quote: 'eleven hours on the telephone, most of it at work',
      text: 'Our own delay is 26 days, which hurts us. What hurts the family is its hours. Both stand here, and the second is the one that sells.',
    },
    {
      about: 'writing',
      title: 'A promise that costs something',
      quote: 'the higher one counts up to a tenth more',
      text: 'The reader at once asks how much that is. Good: this is the first entry of the FAQ, should there be one.',
    },
    {
      about: 'writing',
      title: 'Before and after, both counted',
      quote: 'it had nine pages',
      text: 'Nine pages of names, then two Tuesdays and day 19. She is invented; her notebook is the kind of thing that people do keep.',
    },
    {
      about: 'meeting',
      title: 'How it ends',
      quote: 'It arrives on the telephone that made the film.',
      text: 'With one of three sentences: write the FAQ; change the customer or the benefit and come back; or leave it. Each with a name and a day. Leaving it is a good result for an afternoon.',
    },
  ],
}
