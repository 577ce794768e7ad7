import { countWords } from '../words.ts'

/** How an unlabelled paragraph of a press release gives itself away. All of it is a proposal: people move parts. */

// "**Seattle, WA — August 12, 2025** —", "LONDON (Business Wire) — December 1, 2016 —", "Oslo, 3 May 2031:"
const dateline =
  /^\s*\p{Lu}[\p{L}.'’ ,/-]{1,60}?(?:\([^)\n]{1,40}\)\s*)?\s*[—–,-]{1,2}\s*[^\n—–:]{0,40}?\b(?:19|20)\d\d\b[)\]]?\s*(?:[—–:]|--?|(?=\n|$))+[ \t]*/u

/** Where the dateline at the start of a paragraph ends; 0 when there is none. */
export function datelineLength(text: string): number {
  const match = dateline.exec(text)?.[0] ?? ''
  return countWords(match) <= 16 ? match.length : 0
}

const solutionSigns =
  /^(?:that['’]s why|to (?:solve|address|tackle|fix|meet|end|change) |introducing |meet \p{Lu}|with (?:\p{Lu}|this|the new)|now[, ]|enter \p{Lu})/iu
const callToAction =
  /^(?:to (?:learn more|get started|attend|sign up|register|try|start|find out|join|order|buy)\b|learn more|get started|sign up|visit |start today|finally, .*available|.{0,80}\bis available (?:now|today|free|from|at|in)\b|available (?:now|today|from)|for more information)/i
const experience =
  /^(?:to use |using |it works |how it works|(?:users?|customers?|people|developers?|teams?) (?:can |simply |just )|first, |step (?:1|one))/i

const problemSigns =
  /^(?:few|too few|too many|most|many) \p{L}+ (?:know|can|have|has|cannot|do not|don['’]t|still|must)\b/iu

/** A paragraph that goes on with the trouble after the answer was named. */
export function tellsProblem(text: string): boolean {
  return problemSigns.test(text.trim())
}

export function isCallToAction(text: string): boolean {
  return callToAction.test(text.trim())
}

const address = /https?:\/\/|www\.|(?<![\p{L}\p{N}@])[\p{L}\p{N}-]+\.(?:com|org|net|io|example)\b/iu

/** The place to go that closes a release. Asked only of what comes after the customer has spoken. */
export function pointsSomewhere(text: string): boolean {
  return address.test(text) && countWords(text) <= 60 && !isBoilerplate(text)
}

export function tellsExperience(text: string): boolean {
  return experience.test(text.trim())
}

export function isBoilerplate(text: string): boolean {
  return /^\s*about \p{L}[^\n]{1,60}(?:\n|$)/iu.test(text) && countWords(text.split('\n')[0] ?? '') <= 8
}

/** `headline` names the product, and a paragraph that begins with its words is about the answer. */
export function opensSolution(text: string, headline: string): boolean {
  if (solutionSigns.test(text.trim())) return true
  const known = new Set(contentWords(headline))
  const opening = contentWords(text.split(/\s+/).slice(0, 9).join(' '))
  return new Set(opening.filter((word) => known.has(word))).size >= 3
}

function contentWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}-]{4,}/gu) ?? []
}

const openingQuote = /^\s*["“„«]/

export function isQuote(text: string): boolean {
  return openingQuote.test(text)
}

/** Whose words a quotation is: the company that the headline names, or a customer's. */
export function quotedPart(text: string, headline: string): 'leader-quote' | 'customer-quote' {
  const attribution = text.replace(/["“„«][^"”“»]*(?:["”“»]|$)/g, ' ')
  const names = companyNames(headline)
  if (
    names.some((name) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u').test(attribution),
    )
  )
    return 'leader-quote'
  if (/\bwho (?:runs|leads|heads|answers for|is responsible for) (?:the|our|its|this)\b/iu.test(attribution))
    return 'leader-quote'
  const isHead = /\b(?:CEO|(?:co-)?founder|chair(?:man|woman|person)?|president)\b(?!\s*,\s*\p{Lu})/iu.test(
    attribution,
  )
  const isElsewhere = /\b(?:at|of)\s+\p{Lu}|\b(?:Corp|Inc|Ltd|LLC|GmbH|University|Bank)\b/u.test(attribution)
  return isHead && !isElsewhere ? 'leader-quote' : 'customer-quote'
}

const announcing = /^(?:announc|launch|introduc|releas|unveil|open|ship|debut|bring|enabl|offer|make|start)/i

/** The capitalised words before the headline's verb, and their initials. */
function companyNames(headline: string): string[] {
  const words: string[] = []
  for (const word of headline.replace(/^[^:]{1,20}:\s*/, '').split(/\s+/)) {
    if (!/^\p{Lu}/u.test(word) || (words.length > 0 && announcing.test(word))) break
    words.push(word)
  }
  const name = words.join(' ').replace(/[.,]$/, '')
  const initials = words.map((word) => word[0]).join('')
  return [name, ...(initials.length >= 3 ? [initials] : [])].filter((candidate) => candidate.length >= 3)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const abbreviation = /\b(?:Inc|Ltd|Corp|Co|Dr|Mr|Mrs|Ms|St|No|vs|U\.S)\.(?=\s)/g

/** A title or a one-line deck: short, and at most one sentence. */
export function isOneLine(text: string, mostWords: number): boolean {
  const words = countWords(text)
  return words > 0 && words <= mostWords && !/[.!?]["”’)]?\s+\p{Lu}/u.test(text.replace(abbreviation, ''))
}
