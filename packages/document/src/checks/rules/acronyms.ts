import { type Hit, wording } from '../finding.ts'
import type { ReadBlock } from '../reading.ts'
import type { DocumentRule } from '../rule.ts'

/** Those that a reader in any company knows, names of firms among them. */
const known = new Set(
  `ACME AI AM API APIs AWS BBC BMW CEO CFO CIO CLI CMO COO CPO CPU CRM CSV CTO CV DIY DNA DVD EMEA ERP EU EUR EVP FAQ FAQs GB GBP GCP GDPR GPS GPU HR HTML HTTP HTTPS IBM ID IDs
  IOS IT JSON KB LED LLC MB MBA MIT ML MVP NASA NATO NGO NHS OK PC PCs PDF PDFs PIN PM PR PRFAQ PRFAQs PRD QR RAM ROI SAP SDK SDKs SEO SMS SSO SVP SQL TAM TBD TV TVs UI UK UN URL URLs US USA USB USD UTC UX VAT
  VC VIP VP VPN WIFI XML YAML ZIP ASAP FYI Q1 Q2 Q3 Q4 H1 H2 B2B B2C P&L R&D KPI KPIs SLA SaaS
  JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC AND OR NOT IF MUST NEVER ONLY ALL NO YES NEW THE FOR BUT II III IV VI TODO`.split(
    /\s+/,
  ),
)
const acronym = /(?<![\p{L}\p{N}.&/-])\p{Lu}[\p{Lu}&]{1,4}s?(?![\p{L}\p{N}&/]|-\p{Lu}|\.\p{Lu})/gu

/** N9: an abbreviation that nothing in the document spells out. Once, where it first stands. */
export const acronyms: DocumentRule = {
  id: 'undefined-acronym',
  severity: 'consider',
  isOfWords: false,
  reads: 'document',
  find({ blocks, settings }): Hit[] {
    const whole = blocks.map(({ text }) => text).join('\n')
    const initials = initialsIn(whole)
    const passed = new Set(settings.knownAcronyms.map((each) => each.toUpperCase()))
    const hits: Hit[] = []
    for (const block of blocks) {
      if (block.type === 'codeBlock' || block.section === 'appendix' || isShouted(block)) continue
      for (const match of readable(block).matchAll(acronym)) {
        const said = match[0].replace(/s$/, '')
        if (known.has(said) || known.has(match[0]) || passed.has(said)) continue
        passed.add(said)
        if (initials.has(said) || isExplained(said, whole) || isName(match, block.text)) continue
        hits.push({
          block: block.id,
          from: match.index,
          to: match.index + said.length,
          about: said,
          message: `${said} is never spelled out, and a reader from another team stops here.`,
          repair: wording(`[${said} in full] (${said})`),
        })
      }
    }
    return hits
  },
}

/** The prose, and what a quotation says: a customer may use a word nobody explained. Addresses and code stay out. */
function readable({ prose, text, part }: ReadBlock): string {
  return part.endsWith('-quote') ? '' : prose.length === text.length ? prose : text
}

/** A line in capitals is a heading of its author's, or a place in a dateline. */
function isShouted({ text, part }: ReadBlock): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  return part === 'dateline' || (letters.length > 0 && capitals.length / letters.length > 0.6)
}

/** "Applicant Tracking System (ATS)", "ATS (applicant tracking system)", "ATS, or …", "ATS stands for …". */
function isExplained(said: string, whole: string): boolean {
  const exact = said.replace(/[&]/g, '\\$&')
  return new RegExp(
    `\\(${exact}s?\\)|\\b${exact}s? ?\\([^)]{6,}\\)|\\b${exact},? (?:or|short for|stands for|means) `,
    'u',
  ).test(whole)
}

/** "ACME Corp": a firm is called so. "COP27", "Windows NT 4" are caught by what stands beside them. */
function isName(match: RegExpExecArray, text: string): boolean {
  return /^s? (?:Corp|Inc|Ltd|LLC|GmbH|Group|Bank|University)\b/u.test(
    text.slice(match.index + match[0].length),
  )
}

/** The first letters of every run of capitalised words: "Green Software Foundation" spells GSF out. */
function initialsIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(
    /\p{Lu}[\p{L}’'-]+(?:[ ](?:(?:of|for|and|the|in)[ ])?\p{Lu}[\p{L}’'-]+)+/gu,
  )) {
    const words = run.split(/[ -]/).filter((word) => /^\p{Lu}/u.test(word))
    const letters = words.map((word) => word[0]).join('')
    for (let from = 0; from < letters.length; from++)
      for (let to = from + 2; to <= letters.length; to++) found.add(letters.slice(from, to))
  }
  return found
}
