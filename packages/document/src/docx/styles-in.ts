import { childNamed, elementsOf, isOn, valOf, type Xml } from './xml.ts'

/** What a style means to us. */
export interface Style {
  name: string
  headingLevel: number | null
  role:
    | 'title'
    | 'subtitle'
    | 'question'
    | 'quote'
    | 'code'
    | 'rule'
    | 'table-heading'
    | 'list-continue'
    | 'contents'
    | null
  numbering: { numId: string; level: number } | null
  marks: readonly ('strong' | 'em' | 'strike' | 'code')[]
}

export type Styles = Map<string, Style>

const roles: [NonNullable<Style['role']>, RegExp][] = [
  ['title', /^title$/],
  ['subtitle', /^subtitle$/],
  ['question', /^faq question$/],
  ['quote', /^(?:intense )?quote$|^quotations?$|^block ?(?:text|quote)$/],
  ['code', /^(?:source )?code(?: block)?$|^html preformatted$|^preformatted text$|^verbatim$/],
  ['rule', /^horizontal (?:rule|line)$/],
  ['table-heading', /^table heading$/],
  ['list-continue', /^list continue(?: \d)?$/],
  ['contents', /^toc \d$|^contents \d$/],
]
const codeNames =
  /^(?:inline code|(?:verbatim|source code|code) char|source text|html (?:code|keyboard|typewriter|sample)|code)$/

const MOST_BASES = 20

/** Every style with what it takes over from those it is based on. Without a style sheet ids speak for themselves. */
export function stylesOf(sheet: Xml | null): Styles {
  const byId = new Map<string, Xml>()
  for (const style of elementsOf(sheet ?? undefined))
    if (style.name === 'w:style' && style.attrs['w:styleId'] !== undefined)
      byId.set(style.attrs['w:styleId'], style)
  return new Map([...byId.keys()].map((id) => [id, styleOf(id, byId)]))
}

function styleOf(id: string, byId: Map<string, Xml>): Style {
  const line: Xml[] = []
  for (let at = byId.get(id); at && line.length < MOST_BASES; at = byId.get(valOf(at, 'w:basedOn') ?? ''))
    line.push(at)
  const own = line[0]
  const isCharacter = own?.attrs['w:type'] === 'character'
  const names = line.map((style) => (valOf(style, 'w:name') ?? '').toLowerCase())
  const name = names[0] ?? ''
  const outline = line
    .map((style) => valOf(childNamed(style, 'w:pPr'), 'w:outlineLvl'))
    .find((level) => level !== undefined)
  const numbering = line.map((style) => childNamed(childNamed(style, 'w:pPr'), 'w:numPr')).find(Boolean)
  const numId = valOf(numbering, 'w:numId')
  return {
    name,
    headingLevel: isCharacter ? null : headingLevel(names, outline),
    role: isCharacter
      ? null
      : (roles.find(([, pattern]) => names.some((each) => pattern.test(each)))?.[0] ?? null),
    numbering: numId === undefined ? null : { numId, level: Number(valOf(numbering, 'w:ilvl') ?? 0) },
    // a heading is bold by its nature: only a character style says that words are
    marks: isCharacter ? marksOf(line, names) : [],
  }
}

function headingLevel(names: string[], outline: string | undefined): number | null {
  for (const name of names) {
    const level = /^heading (\d)$/.exec(name)?.[1]
    if (level) return Number(level)
  }
  return outline === undefined || Number(outline) > 8 ? null : Number(outline) + 1
}

function marksOf(line: Xml[], names: string[]): Style['marks'] {
  const has = (name: string) => line.some((style) => isOn(childNamed(style, 'w:rPr'), name))
  const marks: Style['marks'][number][] = []
  if (has('w:b')) marks.push('strong')
  if (has('w:i')) marks.push('em')
  if (has('w:strike') || has('w:dstrike')) marks.push('strike')
  if (names.some((name) => codeNames.test(name))) marks.push('code')
  return marks
}
