import { guideMarkdown } from '../guide-text.ts'
import type { Example } from './example.ts'

export const prFaqExample: Example = {
  markdown: guideMarkdown,
  notes: [
    {
      about: 'meeting',
      title: 'Before the meeting',
      quote: 'Larkspur Mutual starts drying a flooded home',
      text: 'Freeze an edition and invite to it. The room will read these very pages: what you change afterwards stays in the draft. Ask three people from other teams to read it first; if none has, the meeting will be spent on what they would have told you.',
    },
    {
      about: 'writing',
      title: 'One customer, one benefit',
      quote: 'has drying machines running before it goes to bed',
      text: 'A person, a place and an hour of the day. A second benefit, that nothing is charged, was struck from this line and stands in the summary. If you need "and", you have not chosen yet.',
    },
    {
      about: 'writing',
      title: 'A date that can be defended',
      quote: '12 January 2032',
      text: 'In the middle of the winter in which it is needed, not at its comfortable end. Someone will ask why not November; the answer is in the economics of adding a county each quarter.',
    },
    {
      about: 'meeting',
      title: 'Reading: the first twenty minutes',
      quote: 'A burst pipe does most of its harm after it is mended.',
      text: 'Everyone reads in silence, also those who have read it before, also the author. Questions are written in the margin and stay sealed. Nobody presents. People who come late read what is left and join when they have finished.',
    },
    {
      about: 'writing',
      title: 'The problem has a size and no solution in it',
      quote: '2,108 homes, $9,500 more in each, and 41 days',
      text: 'How many, how much, how long, and whose count it is. Cover the rest of the page: you cannot tell from this paragraph what we sell. That is the test.',
    },
    {
      about: 'writing',
      title: 'The answer follows the question',
      quote: 'dry first, assess afterwards',
      text: 'The problem named the order of things, so the solution changes that order and says so in four words. The last sentence is what people do today; a solution that is only better than nothing is not yet better.',
    },
    {
      about: 'writing',
      title: 'A quote nobody else could have said',
      quote: 'we asked people to live in a wet house so that we could look at it',
      text: 'It is about the customer and it costs the speaker something. Try replacing the company’s name with a rival’s: if the quote still works, it says nothing.',
    },
    {
      about: 'writing',
      title: 'Before and after, in a voice',
      quote: 'At half past ten the machines were humming and we slept upstairs.',
      text: 'He is invented, and that is legitimate: the press release is dated in the future. What is not invented is how such a person talks. This one is made of four interviews.',
    },
    {
      about: 'writing',
      title: 'Say what you want from the reader',
      quote: 'We would rather hear no to either today than in June.',
      text: 'The first internal question is always the same: what is this meeting for. It names the two things that are argued about, so that the room does not have to find them.',
    },
    {
      about: 'writing',
      title: 'Who is not the customer',
      quote: 'a slow leak behind a wall is not our customer here',
      text: 'A customer is defined when somebody is outside. The number got smaller by a third in this sentence, and the document got stronger.',
    },
    {
      about: 'writing',
      title: 'Evidence, with its weakness',
      quote: 'Tarn is the driest of the three counties, and 140 is a small number.',
      text: 'The range and the result that would prove it wrong were written before the meeting. A reader who finds the hole himself stops believing the rest.',
    },
    {
      about: 'writing',
      title: 'Arithmetic that can be checked in the chair',
      quote: 'if mould falls only to 25 of 100',
      text: 'Every line says where it comes from, and the assumption that hurts most is taken away in front of everyone. A reader with a pencil gets the same sums.',
    },
    {
      about: 'writing',
      title: 'Square brackets are open assumptions',
      quote: '[untested: from 140 claims',
      text: 'What stands in square brackets is listed with the document until somebody tests it. The person who disagrees is quoted with his own number, and we worked the sum with it.',
    },
    {
      about: 'meeting',
      title: 'The reveal, and the order of questions',
      quote: 'It breaks.',
      text: 'Expect most of the questions here. When reading ends the facilitator opens them, all at once, and the room goes page by page. The one who asked speaks, then the author, then raised hands; the most junior before the most senior. Form (a comma, a word) goes to the author’s list and not to the room.',
    },
    {
      about: 'writing',
      title: '"We do not know" is an answer',
      quote: 'The regulator has been asked and answers by May [open].',
      text: 'With whom we asked and when we shall know. An answer that is shorter than its question is a promise to be asked again, aloud.',
    },
    {
      about: 'meeting',
      title: 'The voice against',
      quote: 'Henrik Vale, who leads our adjusters, was asked to write this answer.',
      text: 'Let the strongest opponent write an answer and print it unchanged. In the round of views before the decision he speaks first, and the deciders last. If it goes against him, his dissent is recorded with what would change his mind.',
    },
    {
      about: 'meeting',
      title: 'How the meeting ends',
      quote: 'The decision is this meeting’s.',
      text: 'Every question leaves with an end: answered in the room, answered in the document, owed by somebody on a date, or out of scope. A meeting to improve ends there. A meeting to decide ends with a decision and its reason, and each person says "I understand why", which is not the same as agreeing.',
    },
    {
      about: 'writing',
      title: 'Measure what you control',
      quote: 'We watch three things that we control, each week',
      text: 'Inputs first: these can be acted on next Monday. Mould is the result, and comes when it is too late to steer by.',
    },
  ],
}
