import type { NodeJson } from '../json.ts'

export interface Span {
  from: number
  to: number
}

/** The parts of a text block that are set as code. */
export function codeSpans(block: NodeJson | undefined): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const node of block?.content ?? []) {
    // every inline node that is not text stands for one character
    const length = node.type === 'text' ? (node.text ?? '').length : 1
    if (node.marks?.some(({ type }) => type === 'code')) spans.push({ from: at, to: at + length })
    at += length
  }
  return spans
}

const addresses =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\p{L}+|(?<![\p{L}\p{N}.])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|dev|ai|app|co|eu|example|gov|edu)\b(?:\/\S*)?/giu
const curved = /[“„«][^”“»]*(?:[”»“]|$)/gu
const bracketed = /\[[^\]\n]*\]/gu

/** The text with spaces for what is not the author's own prose. Offsets stay the same. */
export function masked(text: string, more: readonly Span[] = []): string {
  const spans = [...more, ...straightQuotes(text)]
  for (const pattern of [addresses, curved, bracketed])
    for (const match of text.matchAll(pattern)) {
      // the stop after an address ends the sentence
      const length = pattern === addresses ? match[0].replace(/[.,;:!?)]+$/, '').length : match[0].length
      spans.push({ from: match.index, to: match.index + length })
    }
  let out = text
  for (const { from, to } of spans) out = out.slice(0, from) + ' '.repeat(to - from) + out.slice(to)
  return out
}

/** Straight quotes in pairs; one that is never closed quotes to the end when the text begins with it. */
function straightQuotes(text: string): Span[] {
  const at = [...text.matchAll(/(?<!\d)"/g)].map(({ index }) => index)
  const spans: Span[] = []
  for (let n = 0; n + 1 < at.length; n += 2) spans.push({ from: at[n] ?? 0, to: (at[n + 1] ?? 0) + 1 })
  if (at.length % 2 === 1 && text.trimStart().startsWith('"') && at.length === 1)
    spans.push({ from: 0, to: text.length })
  return spans
}
