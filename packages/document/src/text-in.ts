import { ok, type Result, refuse } from '@foreword/core/result'
import { assembled } from './assemble.ts'
import { canonical } from './canonical.ts'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { textNode } from './markdown/inline.ts'
import { type ImportRefusal, readableText } from './markdown/limits.ts'

const bullet = /^([ \t]*)[-*•‣◦–][ \t]+(?=\S)/
const number = /^([ \t]*)(\d{1,4})[.)][ \t]+(?=\S)/
/** A paragraph whose lines all but the last are this long was broken by the program that wrote it, not by its author. */
const BROKEN_BY_A_PROGRAM = 50

/**
 * Plain text as a document: paragraphs between empty lines, lists of lines that begin with a bullet or a number. No
 * sign in it means anything else, so that a text about `*stars*` keeps them. Parts are recognised as in Markdown.
 */
export function documentFromText(
  source: string | Uint8Array,
  newId: NewId,
): Result<DocumentJson, ImportRefusal> {
  const text = readableText(source)
  if (!text.ok) return text
  const blocks = text.value.split(/\n[ \t]*(?:\n[ \t]*)+/).flatMap(blocksIn)
  const document = assembled(blocks, newId)
  return document ? ok(canonical(document)) : refuse('file-empty')
}

function blocksIn(piece: string): NodeJson[] {
  const lines = piece.split('\n').filter((line) => line.trim() !== '')
  const [first] = lines
  if (first === undefined) return []
  const isList = bullet.test(first) || (number.test(first) && lines.length > 1)
  return isList ? [listOf(lines)] : [{ type: 'paragraph', content: joined(lines) }]
}

function joined(lines: string[]): NodeJson[] {
  const isWrapped = lines.slice(0, -1).every((line) => line.trim().length >= BROKEN_BY_A_PROGRAM)
  return lines.flatMap((line, at) => {
    const text = textNode(line.trim())
    if (at === 0) return [text]
    return isWrapped ? [textNode(' '), text] : [{ type: 'hardBreak' }, text]
  })
}

/** Lines without a sign of their own go on with the item before them. */
function listOf(lines: string[]): NodeJson {
  const items: string[][] = []
  const [first = ''] = lines
  const isNumbered = number.test(first)
  const sign = isNumbered ? number : bullet
  for (const line of lines) {
    const opens = sign.exec(line)
    if (opens) items.push([line.slice(opens[0].length)])
    else items.at(-1)?.push(line)
  }
  const content = items.map(
    (item): NodeJson => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: joined(item) }],
    }),
  )
  if (!isNumbered) return { type: 'bulletList', content }
  return { type: 'orderedList', attrs: { start: Number(number.exec(first)?.[2] ?? 1) }, content }
}
