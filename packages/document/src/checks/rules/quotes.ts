import { countWords } from '../../words.ts'
import { act, type Hit, wording } from '../finding.ts'
import { inPart, type ReadBlock, type Reading } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

const quoted = /["“„«][^"”“»]*(?:["”“»]|$)/gu
/** What is in front of a name and is none. */
const noPerson =
  /^(?:Chief|Head|Senior|Vice|President|Director|Manager|Founder|Customer|Academic|Quote|Consultancy|Company|Executive|Leader|Product|Lead|Professor|Owner|The|Our|In|This|That|It|We|They|Said)$/u
const personName =
  /(?:^|said|says|added|adds|told|explained|explains|recalls?|—|–|-|,)\s*(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?(\p{Lu}\p{Ll}[\p{L}’'-]*)((?:\s+\p{Lu}\.)?\s+(?:(?:van|von|de|da|del|der|el|al|bin)\s+)*\p{Lu}\p{Ll}?[\p{L}’'-]*|\s*,)/gu

/** Whether somebody with a name says it. An invented one is as good as any (a quote in this form may be invented). */
function namesSomebody(attribution: string): boolean {
  for (const [, first = '', rest = ''] of attribution.matchAll(personName)) {
    if (noPerson.test(first)) continue
    const last = rest.replace(/,/g, '').trim()
    // "said Ana, a baker"; a firm of two words is no person
    if (last === '' || (!noPerson.test(last) && !/^\p{Lu}{2,}$/u.test(last))) return true
  }
  return /\b(?:[Ss]aid|[Ss]ays|added|adds)\s+(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?\p{Lu}\p{Ll}+/u.test(attribution)
}

interface Quote {
  block: ReadBlock
  /** What stands beside the quotation. */
  attribution: string
}

/** Without quotation marks a speaker is still told by the verb. */
const spoken = /\b[Ss](?:aid|ays)\b/u
const label = /^\s*[^\s:“"][^:“"\n]{1,40}:\s*/u

/** Each quotation of a part: a paragraph, with the line under it that only says who spoke. */
function quotesIn(reading: Reading, part: string): Quote[] {
  const quotes: Quote[] = []
  for (const block of inPart(reading, part)) {
    if (block.type === 'heading' || countWords(block.text) < 2) continue
    const said = block.text.replace(label, '')
    const attribution = said.replace(quoted, ' ').trim()
    const isQuoted = attribution.length < said.trim().length
    const last = quotes.at(-1)
    // a line without a quotation says who spoke above it
    if (!isQuoted && last && countWords(said) <= 20) last.attribution += `\n${said}`
    else quotes.push({ block, attribution: isQuoted || spoken.test(said) ? attribution : '' })
  }
  return quotes
}

/** N9: words that nobody is ready to put a name to. */
export const quoteNamed: DocumentRule = {
  id: 'quote-without-name',
  severity: 'consider',
  isOfWords: false,
  reads: 'document',
  find(reading) {
    return ['leader-quote', 'customer-quote'].flatMap((part) =>
      quotesIn(reading, part).flatMap(({ block, attribution }): Hit[] => {
        if (namesSomebody(attribution)) return []
        const said = attribution.replace(/^[\s—–,.:-]+|[\s.]+$/gu, '')
        // a note of the author's to fill it in later is no role
        const role = /\bquote\b|\b(?:said|says)\b/iu.test(said) ? '' : said
        const at = role === '' ? -1 : block.text.lastIndexOf(role)
        const message =
          'Nobody with a name says this, and words without a person behind them are advertising; an invented person will do.'
        if (at < 0)
          return [
            {
              block: block.id,
              from: 0,
              to: block.text.length,
              message,
              repair: act('Let it be said by a person: a first and a last name, what they do, and where.'),
            },
          ]
        return [
          {
            block: block.id,
            from: at,
            to: at + role.length,
            message,
            repair: wording(`[first and last name], ${role}`),
          },
        ]
      }),
    )
  },
}

const contrast =
  /\p{N}|\b(?:before|used to|until|was|were|had|could(?:n[’']t| not)|no longer|now|finally|anymore|any more|instead of|last (?:year|month|week|winter|summer|quarter|time)|ago|first time|this time|these days|went from|dropped|cut|since|always|every (?:time|week|month|year|day)|I stopped|we stopped)\b/iu

/** N9: what changed for the customer. One for the part: one quote that tells it is enough. */
export const quoteContrast: DocumentRule = {
  id: 'quote-without-before-and-after',
  severity: 'consider',
  isOfWords: true,
  reads: 'document',
  find(reading): Hit[] {
    const quotes = quotesIn(reading, 'customer-quote')
    const [first] = quotes
    if (!first || quotes.some(({ block }) => contrast.test(block.text.replace(label, '')))) return []
    return [
      {
        block: first.block.id,
        from: 0,
        to: first.block.text.length,
        about: 'customer-quote',
        message: 'The customer does not say what it was like before, so nobody hears what has changed.',
        repair: act(
          'Let them say what they had to do before and what they do now, each with something that can be counted.',
        ),
      },
    ]
  },
}
