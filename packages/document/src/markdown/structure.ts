import type { NodeJson } from '../json.ts'
import { countWords } from '../words.ts'
import { type QuestionStyle, questionIn, questionsOfList } from './faq-in.ts'
import { cut, type Inline, inlineText, isAll, joinLines, linesOf, withoutMark } from './inline.ts'
import { MARKER } from './marker.ts'
import {
  type FaqName,
  faqNamed,
  faqOfNumber,
  isAskedInside,
  isPressReleaseName,
  labelled,
  looksLikeQuestion,
  partNamed,
} from './names.ts'
import {
  datelineLength,
  isBoilerplate,
  isCallToAction,
  isOneLine,
  isQuote,
  opensSolution,
  pointsSomewhere,
  quotedPart,
  tellsExperience,
  tellsProblem,
} from './press-release.ts'

/** A part before it is a node: blocks of a file that belong together. */
export interface FoundPart {
  part: string
  blocks: NodeJson[]
}

type Section = 'preface' | 'press-release' | 'faq' | 'other' | 'appendix'

interface Reader {
  parts: FoundPart[]
  section: Section
  /** The part an author's heading or label named: what follows stays there until another is named. */
  named: string | null
  headline: string
  /** Parts of the press release met so far. */
  met: Set<string>
  /** The FAQ that is open does not say whose it is. */
  isOpenToAll: boolean
  faqLevel: number
  questionLevel: number | null
  entry: { node: NodeJson; style: QuestionStyle } | null
}

/**
 * Sorts the blocks of a file into the parts of a PR/FAQ by what authors write: headings, labels, datelines,
 * quotes, numbered questions. Blocks keep their order and all their words; what is not recognised is `other`.
 */
export function partsOf(blocks: readonly NodeJson[]): FoundPart[] {
  const reader: Reader = {
    parts: [],
    section: hasPreface(blocks) ? 'preface' : 'press-release',
    named: null,
    headline: '',
    met: new Set(),
    isOpenToAll: false,
    faqLevel: 0,
    questionLevel: null,
    entry: null,
  }
  blocks.forEach((block, index) => {
    if (block.type === MARKER)
      paragraph(reader, { type: 'paragraph', content: [{ type: 'text', text: block.text ?? '' }] })
    else if (block.type === 'heading') heading(reader, block, blocks[index + 1])
    else if (block.type === 'paragraph') paragraph(reader, block)
    else otherBlock(reader, block)
  })
  return reader.parts
}

/** True when a heading "Press Release" comes later and a headline follows it: what stands before is a note. */
function hasPreface(blocks: readonly NodeJson[]): boolean {
  const at = blocks.findIndex((block) => block.type === 'heading' && isPressReleaseName(textIn(block)))
  if (at <= 0) return false
  const next = blocks[at + 1]
  if (next?.type === 'heading') return faqNamed(textIn(next)) === null
  const [line = []] = linesOf(next?.content ?? [])
  return next?.type === 'paragraph' && isTitleLine(inlineText(line))
}

function textIn(block: NodeJson): string {
  return inlineText(block.content ?? [])
}

function isTitleLine(text: string): boolean {
  return (
    isOneLine(text, 20) && !/[.!?]\s*$/.test(text.replace(/\bInc\.\s*$/, '')) && datelineLength(text) === 0
  )
}

function put(reader: Reader, part: string, ...blocks: NodeJson[]): void {
  const last = reader.parts.at(-1)
  if (last?.part === part) last.blocks.push(...blocks)
  else reader.parts.push({ part, blocks })
  if (reader.section === 'press-release') reader.met.add(part)
}

function heading(reader: Reader, block: NodeJson, next: NodeJson | undefined): void {
  const text = textIn(block)
  const faq = faqNamed(text)
  if (faq !== null) openFaq(reader, faq, block)
  else if (isPressReleaseName(text)) {
    reader.section = 'press-release'
    reader.named = null
    // a part of its own, so that it can open the page of the press release
    reader.parts.push({ part: 'other', blocks: [block] })
  } else if (partNamed(text) === 'appendix') leaveFor(reader, 'appendix', block)
  else if (reader.section === 'faq') faqHeading(reader, block, next)
  else if (reader.section === 'press-release') pressHeading(reader, block)
  else put(reader, reader.section === 'appendix' ? 'appendix' : 'other', block)
}

function leaveFor(reader: Reader, section: 'other' | 'appendix', block: NodeJson): void {
  reader.section = section
  reader.named = null
  reader.entry = null
  put(reader, section, block)
}

function pressHeading(reader: Reader, block: NodeJson): void {
  const text = textIn(block)
  const label = labelled(text)
  const named = partNamed(text) ?? label
  if (named === 'headline' && label !== null) headline(reader, block)
  else if (named !== null) putNamed(reader, named, block)
  else if (reader.headline === '') headline(reader, block)
  else if (onlyHeadline(reader) && isOneLine(text, 30)) put(reader, 'subheading', block)
  else putNamed(reader, 'other', block)
}

function putNamed(reader: Reader, named: string, block: NodeJson): void {
  reader.named = named
  put(reader, named, block)
}

function headline(reader: Reader, block: NodeJson): void {
  reader.headline = textIn(block)
  reader.named = null
  const content = withoutMark(block.content ?? [], 'strong')
  put(reader, 'headline', { ...block, type: 'heading', attrs: { level: 1 }, content })
}

function onlyHeadline(reader: Reader): boolean {
  return reader.headline !== '' && [...reader.met].every((part) => part === 'headline' || part === 'other')
}

function paragraph(reader: Reader, block: NodeJson): void {
  const text = textIn(block)
  const isName = countWords(text) <= 6 && !text.includes('\n')
  if (
    isName &&
    (faqNamed(text) !== null || isPressReleaseName(text) || (isBoldName(block) && reader.section !== 'faq'))
  ) {
    const content = withoutMark(block.content ?? [], 'strong')
    heading(reader, { type: 'heading', attrs: { level: Math.max(reader.faqLevel, 2) }, content }, undefined)
  } else if (reader.section === 'faq') faqParagraph(reader, block)
  else if (reader.section === 'press-release')
    for (const piece of byLabel(block)) pressParagraph(reader, piece)
  else put(reader, reader.section === 'appendix' ? 'appendix' : 'other', block)
}

function isBoldName(block: NodeJson): boolean {
  return isAll(block.content ?? [], 'strong') && partNamed(textIn(block)) !== null
}

/** A paragraph cut before every line that names a part: "Subtitle: …". */
function byLabel(block: NodeJson): NodeJson[] {
  const groups: Inline[][] = []
  for (const line of linesOf(block.content ?? [])) {
    const last = groups.at(-1)
    if (last === undefined || labelled(inlineText(line)) !== null) groups.push([line])
    else last.push(line)
  }
  return groups.map((lines) => ({ type: 'paragraph', content: joinLines(lines) }))
}

function pressParagraph(reader: Reader, block: NodeJson): void {
  const text = textIn(block)
  const label = labelled(text)
  const [line = [], ...rest] = linesOf(block.content ?? [])
  if (label === 'headline' && reader.headline === '') headline(reader, block)
  else if (label !== null) putNamed(reader, label, block)
  else if (isClosing(reader, text)) {
    reader.named = null
    put(reader, 'getting-started', block)
  } else if (reader.named !== null && reader.named !== 'headline') put(reader, reader.named, block)
  else if (reader.headline === '' && isTitleLine(inlineText(line))) {
    headline(reader, { type: 'heading', content: line })
    if (rest.length > 0) pressParagraph(reader, { type: 'paragraph', content: joinLines(rest) })
  } else if (!reader.met.has('dateline') && datelineLength(text) > 0) datelineParagraph(reader, block)
  else if (isBoilerplate(text)) putNamed(reader, 'other', block)
  else put(reader, proseOf(reader, block), block)
}

function isClosing(reader: Reader, text: string): boolean {
  if (reader.named === 'getting-started') return false
  if (isCallToAction(text)) return reader.met.size > 2
  return reader.named === null && reader.met.has('customer-quote') && pointsSomewhere(text)
}

/** What follows the place and the date in their paragraph is the summary. */
function datelineParagraph(reader: Reader, block: NodeJson): void {
  const [place, rest] = cut(block.content ?? [], datelineLength(textIn(block)))
  put(reader, 'dateline', { type: 'paragraph', content: place })
  if (inlineText(rest).trim() !== '') put(reader, 'summary', { type: 'paragraph', content: rest })
}

function proseOf(reader: Reader, block: NodeJson): string {
  const text = textIn(block)
  if (isQuote(text)) return quotedPart(text, reader.headline)
  const isDeck = isAll(block.content ?? [], 'em') || isOneLine(text, 30)
  if (onlyHeadline(reader) && reader.headline !== '' && isDeck) return 'subheading'
  if (!reader.met.has('summary')) return 'summary'
  if (tellsProblem(text) && !reader.met.has('leader-quote') && !reader.met.has('customer-quote'))
    return 'problem'
  if (tellsExperience(text) && reader.met.has('solution')) return 'how-it-works'
  if (opensSolution(text, reader.headline)) return 'solution'
  if (reader.met.has('customer-quote') || reader.met.has('leader-quote')) return 'how-it-works'
  return reader.met.has('solution') ? 'solution' : 'problem'
}

function otherBlock(reader: Reader, block: NodeJson): void {
  if (reader.section === 'faq') faqBlock(reader, block)
  else if (reader.section === 'press-release') {
    const [list, rest] = withoutLabels(block)
    put(reader, partOfBlock(reader, list), list)
    if (rest !== null) paragraph(reader, rest)
  } else put(reader, reader.section === 'appendix' ? 'appendix' : 'other', block)
}

/**
 * A label on the line after a list belongs to the list for Markdown and opens a part for its author: the list without
 * it, and the lines from the label on.
 */
function withoutLabels(list: NodeJson): [NodeJson, NodeJson | null] {
  const items = list.type === 'bulletList' || list.type === 'orderedList' ? (list.content ?? []) : []
  const item = items.at(-1)
  const last = item?.content?.at(-1)
  if (!item || last?.type !== 'paragraph') return [list, null]
  const lines = linesOf(last.content ?? [])
  const at = lines.findIndex((line, index) => index > 0 && labelled(inlineText(line)) !== null)
  if (at === -1) return [list, null]
  const kept = { ...last, content: joinLines(lines.slice(0, at)) }
  const shorter = { ...item, content: [...(item.content ?? []).slice(0, -1), kept] }
  return [
    { ...list, content: [...items.slice(0, -1), shorter] },
    { type: 'paragraph', content: joinLines(lines.slice(at)) },
  ]
}

function partOfBlock(reader: Reader, block: NodeJson): string {
  if (reader.named !== null) return reader.named
  if (block.type === 'blockquote')
    return quotedPart((block.content ?? []).map(textIn).join('\n'), reader.headline)
  // a rule or a list goes on with what it stands under, but nothing but its title is the headline
  const last = reader.parts.at(-1)?.part
  return last === undefined || last === 'headline' ? 'other' : last
}

function openFaq(reader: Reader, name: FaqName, block: NodeJson): void {
  const level = Number(block.attrs?.level ?? 2)
  const isNested = reader.section === 'faq' && reader.faqLevel > 0 && level > reader.faqLevel
  reader.section = 'faq'
  reader.named = name === 'faq' ? 'external-faq' : name
  reader.isOpenToAll = name === 'faq'
  reader.faqLevel = isNested ? reader.faqLevel : level
  reader.questionLevel = null
  reader.entry = null
  // "FAQ" with "Internal FAQ" straight beneath it opens one FAQ and not two
  const last = reader.parts.at(-1)
  if (last?.part.endsWith('-faq') && last.blocks.every((held) => held.type === 'heading'))
    last.part = reader.named
  put(reader, reader.named, block)
}

function faqHeading(reader: Reader, block: NodeJson, next: NodeJson | undefined): void {
  const level = Number(block.attrs?.level ?? 2)
  const isAsked = looksLikeQuestion(textIn(block))
  const isInAnswer = reader.questionLevel !== null && level > reader.questionLevel
  if (!isAsked && level <= reader.faqLevel) leaveFor(reader, 'other', block)
  else if (!isAsked && isInAnswer) faqBlock(reader, block)
  else if (!isAsked && opensGroup(level, next)) {
    reader.entry = null
    faqBlock(reader, block)
  } else {
    reader.questionLevel = level
    ask(reader, 'heading', block.content ?? [], [])
  }
}

/** A heading over several questions, "Economics": another heading or a question comes straight after it. */
function opensGroup(level: number, next: NodeJson | undefined): boolean {
  if (next?.type === 'heading') return Number(next.attrs?.level ?? 2) > level
  return next?.type === 'paragraph' && questionIn(next.content ?? [], null) !== null
}

function faqParagraph(reader: Reader, block: NodeJson): void {
  const found = questionIn(block.content ?? [], reader.entry?.style ?? null)
  // under a heading that asks, bold text is part of the answer
  if (found === null || (reader.entry?.style === 'heading' && found.style !== 'label'))
    faqBlock(reader, block)
  else {
    const told = found.answer ?? []
    const answer = inlineText(told).trim() === '' ? [] : [{ type: 'paragraph', content: told }]
    ask(reader, found.style, found.question, answer)
  }
}

function faqBlock(reader: Reader, block: NodeJson): void {
  const open = reader.entry
  const isList = block.type === 'bulletList' || block.type === 'orderedList'
  const questions = isList && (open === null || open.style === 'list') ? questionsOfList(block) : null
  if (questions) for (const { question, answer } of questions) ask(reader, 'list', question, answer)
  else if (open && block.type !== 'horizontalRule') open.node.content?.push(block)
  else put(reader, reader.named ?? 'external-faq', block)
}

function ask(reader: Reader, style: QuestionStyle, question: Inline, answer: NodeJson[]): void {
  const numbered = faqOfNumber(inlineText(question))
  if (numbered !== null) reader.named = numbered
  else if (reader.isOpenToAll && isAskedInside(inlineText(question))) reader.named = 'internal-faq'
  const content = [{ type: 'faqQuestion', content: withoutMark(question, 'strong') }, ...answer]
  const node: NodeJson = { type: 'faqEntry', content }
  reader.entry = { node, style }
  put(reader, reader.named ?? 'external-faq', node)
}
