/** What people in the wild call the parts of a PR/FAQ. Compared with `plain(text)`. */
const partNames: [part: string, name: RegExp][] = [
  ['headline', /^(?:press release )?(?:title|headline)$/],
  ['subheading', /^sub-? ?(?:title|heading|headline)$/],
  ['dateline', /^(?:date ?line|location and date|date and location|launch date)$/],
  [
    'summary',
    /^(?:summary|intro(?:duction|ductory)?(?: paragraph)?|lede|lead paragraph|opening(?: paragraph)?)$/,
  ],
  [
    'problem',
    /^(?:(?:the |customer |our customer'?s? )*(?:problems?|pain points?|opportunity)(?: statement| paragraph)?)$/,
  ],
  ['solution', /^(?:the |our )?(?:product )?solutions?(?: paragraph)?$/],
  [
    'leader-quote',
    /^(?:company |internal )?(?:leader(?:ship)?|executive|spokesperson|internal|company)(?:'s)? quote$|^quote from (?:an? |the |our )?(?:leader|executive|spokesperson|company)$/,
  ],
  [
    'how-it-works',
    /^(?:how it works|(?:the )?(?:customer |user )?experience|customer'?s? job-to-be-done|customer journey)$/,
  ],
  [
    'customer-quote',
    /^(?:customer|user)(?:'s)? (?:quote|testimonial)s?$|^quote from (?:an? |the |our )?(?:customer|user)$|^testimonials?$/,
  ],
  [
    'getting-started',
    /^(?:(?:how to )?get(?:ting)? started|call to action|availability(?: and pricing)?|closing(?: paragraph)?|learn more)$/,
  ],
  ['appendix', /^(?:appendi(?:x|ces)(?: [a-z0-9])?(?: .*)?|visuals|exhibits|attachments)$/],
]

/** Lower case, without numbering, closing colon or typographic apostrophes. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^\s*(?:\d+|[ivx]+)[.)]\s+/, '')
    .replace(/[\s:.–—-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The part whose name this is, wholly; null for any other text. */
export function partNamed(text: string): string | null {
  const name = plain(text)
  return partNames.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

export function isPressReleaseName(text: string): boolean {
  return /^(?:the |internal |draft )?(?:press release|pr)$/.test(plain(text))
}

export type FaqName = 'external-faq' | 'internal-faq' | 'faq'

/** Which FAQ a heading opens; `faq` when it does not say whose. */
export function faqNamed(text: string): FaqName | null {
  const name = plain(text)
  if (name.split(' ').length > 7 || name.endsWith('?')) return null
  if (
    !/\bfaqs?\b|\bf\.a\.q\b|frequently asked questions|^(?:external|internal|customer|stakeholder) questions$/.test(
      name,
    )
  )
    return null
  if (/pr\s?[/-]\s?faq|press release/.test(name)) return null
  if (/internal|stakeholder|business|technical|company|team|executive/.test(name)) return 'internal-faq'
  if (/external|customer|public|press|user|consumer/.test(name)) return 'external-faq'
  return 'faq'
}

const askedInside =
  /\b(?:costs?|pays?|paid|earns?|saves?) us\b|one-way|two-way door|why (?:could|will|would|might|may) (?:this|it|we) (?:fail|not)|reasons? .*\b(?:fail|failure|not succeed)|unit economics|\bTAM\b|addressable market|\bour (?:margins?|competitors|go-to-market|strategy|current)|are we not (?:doing|building)|break[- ]?even|do we depend|dependenc(?:y|ies)|(?:biggest|major|main) risks?|why (?:us|now)\b/i

/** A question that only the company asks itself: in an FAQ that does not say whose it is, the internal part begins. */
export function isAskedInside(text: string): boolean {
  return askedInside.test(text)
}

const label = /^\s*([^\s:?][^:?\n]{1,40}):(?=\s|$)/

/** The part that a line names before a colon: "Subtitle: …", "Customer Quote: …". */
export function labelled(line: string): string | null {
  const name = label.exec(line)?.[1]
  return name === undefined ? null : partNamed(name)
}

const numbered = /^\s*(?:q(?:uestion)?\s*\d*\s*[.:)]|[cei]\d+\s*[.:)]|\d+\s*[.)])\s*\S/i

/** "Q: …", "C1. …", "3. …" or anything that ends in a question mark. */
export function looksLikeQuestion(text: string): boolean {
  return isNumberedQuestion(text) || /\?["”’)]*\s*$/.test(text)
}

export function isNumberedQuestion(text: string): boolean {
  return numbered.test(text)
}

export function isQLabelled(text: string): boolean {
  return /^\s*q(?:uestion)?\s*\d*\s*[.:)]/i.test(text)
}

/** C1 and E1 are asked by customers, I1 inside the company. */
export function faqOfNumber(text: string): 'external-faq' | 'internal-faq' | null {
  if (/^\s*[CE]\d+\s*[.:)]/.test(text)) return 'external-faq'
  return /^\s*I\d+\s*[.:)]/.test(text) ? 'internal-faq' : null
}
