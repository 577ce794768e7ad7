import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { faqEntries, type TextBlock, textBlocks, withoutFootnotes } from './blocks.ts'
import type { DocumentJson } from './json.ts'

/** A passage that may answer one of the five questions (W4). Somebody says whether it does. */
export interface Proposed {
  question: FiveQuestion
  /** Which field of the answer it would fill; `items` of evidence would gain a piece. */
  field: 'who' | 'words' | 'statement' | 'primary' | 'items' | 'description'
  text: string
  /** Id of the part it stands in, or the question of the FAQ that it answers. */
  from: { part: string } | { asked: string }
  blockId: string
}

interface Place extends Pick<Proposed, 'question' | 'field'> {
  /** The parts that say it, all of the first group of which any is written. */
  parts: readonly (readonly string[])[]
  /** A question of the FAQ whose answer says it. */
  asked?: RegExp
  /** Whether the FAQ, which is asked in so many words, goes before the parts. */
  faqFirst?: true
  /** What of the part is meant, and what of the answer; '' when nothing is. */
  ofPart?: (text: string) => string
  ofAnswer?: (text: string) => string
}

/** What some authors write before it. */
const label =
  /^\s*(title|headline|sub-?(title|heading|headline)|(customer )?(problems?|quotes?)|solution)\s*:\s*/i
const firstSentence = (text: string) => text.match(/^.*?[.!?](?=\s|$)/s)?.[0] ?? text
const quoted = (text: string) =>
  text.match(/[“"„«]\s*([^”"“»]{10,})\s*[”"“»]/)?.[1]?.replace(/[\s,]+$/, '') ?? ''

/** A subheading says for whom it is, or what they gain. */
const ofSomebody = (text: string) => (/\b(for|who|customers?|users?)\b/i.test(text) ? text : '')

/** Where a PR/FAQ answers the five questions (W2), as its parts and the usual questions of its FAQ are called. */
const places: readonly Place[] = [
  {
    question: 'customer',
    field: 'who',
    parts: [['subheading']],
    ofPart: ofSomebody,
    asked: /\bwho (is|are) (it|this|the|your|our|their) ?(\w+ )?(for|customers?|users?|buyers?|audience)\b/i,
    faqFirst: true,
  },
  { question: 'customer', field: 'words', parts: [['customer-quote']], ofPart: quoted },
  {
    question: 'problem',
    field: 'statement',
    parts: [['problem']],
    asked: /\b(what|which|how (big|large))\b.*\b(problem|opportunity)\b/i,
  },
  {
    question: 'benefit',
    field: 'primary',
    parts: [['headline']],
    asked: /\b(main|most important|primary|key|biggest) (customer )?benefit\b/i,
    faqFirst: true,
    ofAnswer: firstSentence,
  },
  {
    question: 'evidence',
    field: 'items',
    parts: [],
    asked:
      /\bhow do (we|you) know\b|\b(evidence|interview(s|ed)?|survey(s|ed)?|what have customers (said|told))\b/i,
  },
  {
    question: 'experience',
    field: 'description',
    parts: [['how-it-works', 'getting-started'], ['solution']],
    asked: /\b(customer experience|how (does|will) it work)\b/i,
  },
]

/** In the order of the questions, one for each field of which something is said. */
export function proposedAnswers(document: DocumentJson): Proposed[] {
  const blocks = textBlocks(document).filter(({ type }) => type !== 'footnote')
  return places.flatMap((place) => {
    const { question, field, asked, parts, ofPart = whole, ofAnswer = whole } = place
    const inParts = taken(written(blocks, parts), ofPart)
    const inFaq = taken(asked ? answered(document, asked) : null, ofAnswer)
    const found = place.faqFirst ? (inFaq ?? inParts) : (inParts ?? inFaq)
    return found ? [{ question, field, ...found }] : []
  })
}

type Found = Pick<Proposed, 'text' | 'from' | 'blockId'>

const whole = (text: string) => text

function taken(found: Found | null, take: (text: string) => string): Found | null {
  const text = take(found?.text ?? '')
  return found && text !== '' ? { ...found, text } : null
}

/** “Q3:” and “A.”, which some authors write before an entry. */
const mark = /^\s*(q|a|question|answer)\s*\d*\s*[:.]\s*/i

function answered(document: DocumentJson, asked: RegExp): Found | null {
  for (const { id, question, answer } of faqEntries(document)) {
    const text = answer.replace(mark, '').trim()
    if (asked.test(question) && text !== '')
      return { text, from: { asked: question.replace(mark, '').trim() }, blockId: id }
  }
  return null
}

function written(blocks: readonly TextBlock[], groups: Place['parts']): Found | null {
  for (const group of groups) {
    const said = blocks
      // a heading over a part is its name, but in the headline it is what is said
      .filter(
        ({ part, type }) =>
          group.includes(part) && (type !== 'heading' || part === 'headline' || part === 'subheading'),
      )
      .map((block) => ({ ...block, text: withoutFootnotes(block.text).replace(label, '').trim() }))
      .filter(({ text }) => text !== '')
    const [first] = said
    if (first)
      return { text: said.map(({ text }) => text).join('\n'), from: { part: first.part }, blockId: first.id }
  }
  return null
}
