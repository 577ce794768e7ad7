import type { Hit } from '../finding.ts'
import { act } from '../finding.ts'
import type { ReadEntry } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

interface HardQuestion {
  id: string
  /** Whether a question asks it, in whatever words. */
  asks: RegExp
  /** In some documents it is answered where something else was asked. */
  answers?: RegExp
  /** A customer asks it in other words, for the price: there it does not count. */
  isAskedInside?: true
  question: string
  why: string
}

/** The most telling first: what a room asks of every idea. */
const hardQuestions: HardQuestion[] = [
  {
    id: 'failure',
    asks: /\bfail|\brisks?\b|go(?:es)? wrong|not (?:succeed|work)|prove us wrong|against this|worr(?:y|ies)|could (?:stop|kill|sink)|biggest (?:threat|unknown)|assum(?:e|ptions?)|devil[’']?s/iu,
    question: 'What are the three likeliest reasons for failure?',
    why: 'Nobody asks here why it might fail, and a document without that question is selling.',
  },
  {
    id: 'today',
    asks: /\b(?:today|currently|alternatives?|compet\w*|rivals?|existing|workarounds?|instead|different from|differs?|compare[sd]?|switch|better than|already (?:use|do|offer)|other (?:companies|tools|products|solutions|teams|providers))\b/iu,
    question: 'What do customers use today, and why would they change?',
    why: 'Nobody asks here what customers use today, and that is what this has to beat.',
  },
  {
    id: 'market',
    asks: /\bTAM\b|\bmarkets?\b|how (?:many|big|large)|addressable|size of|potential customers|demand|who is the customer/iu,
    answers: /\bTAM\b|addressable market|market size/iu,
    question: 'How many customers have this problem, and how do we arrive at that number?',
    why: 'Nobody asks here how many have the problem, so nobody can tell whether it is worth it.',
  },
  {
    id: 'economics',
    asks: /\b(?:costs?|margins?|profit\w*|economics|revenue|break[- ]?even|payback|make money|pay for itself|business model|financ\w+|spend|invest\w*|earn|P&L|monetiz\w+)\b/iu,
    isAskedInside: true,
    question: 'What does one unit cost us, and what does it earn?',
    why: 'Nobody asks here what one unit costs and earns, so growth may only make the loss larger.',
  },
  {
    id: 'dependencies',
    asks: /\b(?:depend\w*|rel(?:y|ies|iance)|partners?\w*|third[- ]part(?:y|ies)|suppliers?|vendors?|integrat\w+|other teams|need from|impacted)\b/iu,
    question: 'Whom do we depend on, and have they said yes?',
    why: 'Nobody asks here whom this depends on, and another team’s no comes late.',
  },
  {
    id: 'door',
    asks: /one[- ]way|two[- ]way|\breversib\w+|\birreversib\w+|\bundo\b|roll(?:ed)? ?back|walk away|turn back|shut (?:it|this) down|\bexit\b|if (?:it|this) does(?: not|n[’']t) work/iu,
    answers: /one[- ]way door|two[- ]way door|\breversib\w+|\birreversib\w+/iu,
    question: 'Is this a one-way or a two-way door?',
    why: 'Nobody asks here whether it can be undone, and that says how slowly to decide.',
  },
  {
    id: 'not-doing',
    asks: /not (?:doing|building|going to|do|build|offer|support|solv\w+|includ\w+)\b|out of scope|non-?goals?|leav(?:e|ing) out|opportunity cost|say(?:ing)? no|won[’']t (?:do|build|we)|give up|trade-?offs?|later versions?/iu,
    question: 'What are we not doing, and why?',
    why: 'Nobody asks here what we leave undone for it, and choosing is half of the plan.',
  },
]

const INTERNAL = 'internal-faq'

/** N9: the hard questions that the internal FAQ leaves out. Without any internal FAQ its absence is the finding. */
export const hardQuestionsAbsent: DocumentRule = {
  id: 'hard-question-absent',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find({ entries, blocks, kind }): Hit[] {
    // questions about something that is agreed already ask what they please
    if (!kind.parts.some(({ section }) => section === 'press-release')) return []
    const internal = entries.filter(({ part }) => part === INTERNAL)
    const last = internal.at(-1)
    if (!last) return []
    const place = last.answer.at(-1) ?? last.question
    const faq = blocks
      .filter(({ section }) => section === 'faq')
      .map(({ text }) => text)
      .join('\n')
    return hardQuestions
      .filter(({ asks, answers, isAskedInside }) => {
        const asking = isAskedInside ? internal : entries
        return !asking.some(({ question }) => asks.test(question.text)) && !answers?.test(faq)
      })
      .map(({ id, question, why }) => ({
        block: place.id,
        from: place.text.length,
        to: place.text.length,
        part: INTERNAL,
        about: id,
        message: why,
        repair: { kind: 'question', question, part: INTERNAL },
      }))
  },
}

const numbers = (entry: ReadEntry) =>
  entry.answer.reduce((sum, { text }) => sum + (text.match(/\p{N}[\p{N}.,]*/gu)?.length ?? 0), 0)

/** N9: a market size is a multiplication, and the room checks its factors. */
export const marketArithmetic: DocumentRule = {
  id: 'market-without-arithmetic',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find({ entries }): Hit[] {
    const asked = entries.filter(({ question }) =>
      /\bTAM\b|addressable market|market size|size of (?:the|this|our) market|how (?:big|large) is (?:the|this|our) (?:market|opportunity)|how many (?:customers|people|companies|teams|households) have/iu.test(
        question.text,
      ),
    )
    if (asked.length === 0 || asked.some((entry) => numbers(entry) >= 2)) return []
    const [{ question, answer }] = asked as [ReadEntry] // there is one: the line above
    const first = answer.find(({ text }) => text.trim() !== '') ?? question
    return [
      {
        block: first.id,
        from: 0,
        to: first.text.length,
        about: 'market',
        message:
          'The size of the market comes without its arithmetic, so nobody can check or lower one factor.',
        repair: act('Multiply it out: how many have the problem × what one of them would pay a year.'),
      },
    ]
  },
}
