/*
 * How the long texts of an answer are set: a small part of Markdown, one block to a line, so that a text written
 * without a thought of it reads as it was written. Strong is **words**, emphasis _words_, a link [words](https://…), a
 * link to a piece of the idea's evidence [words](evidence:ID); `- ` and `1. ` begin the lines of lists.
 */
import type { Answers } from './answers.ts'

/** Words set alike. `href` is an address of the web, or `evidence:` and the id of a piece. */
export interface Piece {
  text: string
  strong?: boolean
  em?: boolean
  href?: string
}

/** One line of the text: a paragraph, or an item of a list; a numbered one has its number. */
export interface Line {
  kind: 'line' | 'bullet' | 'number'
  number?: number
  pieces: Piece[]
}

const EVIDENCE = 'evidence:'
export const toEvidence = (id: string) => `${EVIDENCE}${id}`
/** The piece of evidence that a link names; null for one that leads elsewhere. */
export const evidenceIn = (href: string): string | null =>
  href.startsWith(EVIDENCE) ? href.slice(EVIDENCE.length) : null

/** Anything else (javascript:, data:) is words and no link. */
export const isLinkable = (href: string) => /^(https?:\/\/[^\s()<>]+|evidence:[a-z0-9-]{8,40})$/i.test(href)

export function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => {
    const [, bullet, number, rest = line] = /^(?:(-) |(\d{1,3})\. )(.*)$/u.exec(line) ?? []
    if (bullet) return { kind: 'bullet', pieces: piecesOf(rest) }
    if (number) return { kind: 'number', number: Number(number), pieces: piecesOf(rest) }
    return { kind: 'line', pieces: piecesOf(line) }
  })
}

/** The words alone, as they are read aloud, searched and weighed. */
export function plainWords(text: string): string {
  return linesOf(text)
    .map(({ kind, number, pieces }) => {
      const words = pieces.map((piece) => piece.text).join('')
      return kind === 'bullet' ? `– ${words}` : kind === 'number' ? `${number}. ${words}` : words
    })
    .join('\n')
}

/** The answers with their long texts as words alone. */
export function plainAnswers(answers: Answers): Answers {
  const { customer, problem, experience } = answers
  return {
    ...answers,
    customer: { ...customer, who: plainWords(customer.who), situation: plainWords(customer.situation) },
    problem: { ...problem, statement: plainWords(problem.statement), proof: plainWords(problem.proof) },
    experience: { ...experience, description: plainWords(experience.description) },
  }
}

/** Lines as text. A line that `was` holds already is left as it was written there, to the letter. */
export function textOf(lines: readonly Line[], was: string): string {
  const written = Map.groupBy(was.split('\n'), (text) => JSON.stringify(linesOf(text)[0]))
  return lines
    .map(({ kind, number, pieces }) => {
      const line: Line = { kind, ...(number === undefined ? {} : { number }), pieces: joined(pieces) }
      // in their order, where two were written differently and read the same
      return written.get(JSON.stringify(line))?.shift() ?? lineText(line)
    })
    .join('\n')
}

function lineText({ kind, number, pieces }: Line): string {
  const start = kind === 'bullet' ? '- ' : kind === 'number' ? `${number}. ` : ''
  const even = evened(pieces)
  const words = even.map(({ text }) => text).join('')
  // as few signs as tell it apart; what cannot be told at all keeps its words
  const tries = [even, even.map(({ em: _, ...piece }) => piece), [{ text: words }]].flatMap((said) =>
    [(text: string) => text, escaped].map((way) => ({ said, text: start + inline(said, way) })),
  )
  const first = { ...tries.at(-1), text: start + atStart(escaped(words), kind) }
  const found = [...tries, first].find(({ said, text }) => {
    const [line, more] = linesOf(text)
    return !more && line?.kind === kind && JSON.stringify(line.pieces) === JSON.stringify(joined(said ?? []))
  })
  return found?.text ?? withStart(even, kind, start)
}

/** A paragraph that begins like an item of a list. */
function withStart(pieces: Piece[], kind: Line['kind'], start: string): string {
  return start + atStart(inline(pieces, escaped), kind)
}
const atStart = (text: string, kind: Line['kind']) =>
  kind === 'line' ? text.replace(/^-(?= )/u, '\\-').replace(/^(\d{1,3})\.(?= )/u, '$1\\.') : text
const escaped = (text: string) => text.replace(/[\\*_[\]]/gu, '\\$&')

function inline(pieces: readonly Piece[], way: (text: string) => string): string {
  return runs(pieces, (piece) => piece.href)
    .map((linked) => {
      const [first] = linked
      const words = runs(linked, (piece) => piece.strong)
        .map((strong) => {
          const said = runs(strong, (piece) => piece.em)
            .map((em) => {
              const text = way(em.map((piece) => piece.text).join(''))
              return em[0]?.em ? `_${text}_` : text
            })
            .join('')
          return strong[0]?.strong ? `**${said}**` : said
        })
        .join('')
      return first?.href === undefined ? words : `[${words}](${first.href})`
    })
    .join('')
}

/** Neighbours that are the same by `of`, together. */
function runs(pieces: readonly Piece[], of: (piece: Piece) => unknown): Piece[][] {
  const out: Piece[][] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last?.[0] && of(last[0]) === of(piece)) last.push(piece)
    else out.push([piece])
  }
  return out
}

/** Set as it can be written: nothing set begins or ends with a space, and emphasis holds whole words. */
function evened(pieces: readonly Piece[]): Piece[] {
  const chars = pieces.flatMap((piece) => [...piece.text].map((text) => ({ ...piece, text })))
  const all = chars.map(({ text }) => text).join('')
  let at = 0
  for (const word of all.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []) {
    const own = chars.slice(at, at + [...word].length)
    at += own.length
    if (/^[\p{L}\p{N}]/u.test(word) && own.some(({ em }) => em)) for (const char of own) char.em = true
  }
  for (const way of ['strong', 'em'] as const) {
    for (const run of runs(chars, (piece) => `${piece.href} ${piece.strong} ${way === 'em' && piece.em}`))
      for (const side of [run, run.toReversed()])
        for (const char of side) {
          if (/\S/u.test(char.text)) break
          delete char[way]
        }
  }
  return joined(chars)
}

function joined(pieces: readonly Piece[]): Piece[] {
  return runs(
    pieces.filter(({ text }) => text !== ''),
    ({ strong = false, em = false, href = '' }) => `${strong} ${em} ${href}`,
  ).map((run) => made(run.map(({ text }) => text).join(''), run[0] ?? {}))
}

const made = (text: string, { strong, em, href }: Omit<Piece, 'text'>): Piece => ({
  text,
  ...(strong ? { strong } : {}),
  ...(em ? { em } : {}),
  ...(href === undefined ? {} : { href }),
})

/** Longest first: an escaped sign, strong, emphasis, a link. What is none of them is a letter. */
const escapes = /\\([\\*_[\]\-.])/uy
const strongly = /\*\*(?!\s)((?:\\.|[^\\])*?(?:\\.|[^\\\s]))\*\*/uy
const emphatic = /_(?![\s_])((?:\\.|[^\\_])*?(?:\\.|[^\\_\s]))_(?![\p{L}\p{N}_])/uy
const link = /\[((?:\\.|[^\\[\]])+)\]\(([^\s()]+)\)/uy

function piecesOf(text: string, set: Omit<Piece, 'text'> = {}): Piece[] {
  // nearly every text, and a list of ideas weighs a thousand of them
  if (!/[\\*_[]/.test(text)) return text === '' ? [] : [made(text, set)]
  const out: Piece[] = []
  const take = (expression: RegExp, at: number) => {
    expression.lastIndex = at
    return expression.exec(text)
  }
  let at = 0
  let isEscaped = false
  while (at < text.length) {
    const begins = at === 0 || isEscaped || !/[\p{L}\p{N}_]/u.test(text.slice(at - 1, at))
    isEscaped = false
    const sign = take(escapes, at)
    const strong = set.strong ? null : take(strongly, at)
    const em = set.em || !begins ? null : take(emphatic, at)
    const linked = set.href === undefined ? take(link, at) : null
    const found = sign ?? strong ?? em ?? (linked && isLinkable(linked[2] ?? '') ? linked : null)
    if (!found) {
      out.push(made(text[at] ?? '', set))
      at += 1
      continue
    }
    const inner = found[1] ?? ''
    if (found === sign) {
      out.push(made(inner, set))
      isEscaped = true
    } else if (found === strong) out.push(...piecesOf(inner, { ...set, strong: true }))
    else if (found === em) out.push(...piecesOf(inner, { ...set, em: true }))
    else out.push(...piecesOf(inner, { ...set, href: linked?.[2] ?? '' }))
    at += found[0].length
  }
  return joined(out)
}
