import type { MarkJson, NodeJson } from '../json.ts'

/** Inline content while a file is read: a '\n' inside a text node is a line end of the file, not yet a space. */
export type Inline = NodeJson[]

/** The words by which a file's structure is recognised: a footnote takes no place among them. */
export function inlineText(content: readonly NodeJson[]): string {
  return content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('')
}

export function textNode(text: string, marks: readonly MarkJson[] = []): NodeJson {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text }
}

/** Cuts at an offset of `inlineText`. */
export function cut(content: Inline, offset: number): [Inline, Inline] {
  const before: Inline = []
  const after: Inline = []
  let at = 0
  for (const node of content) {
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '')
    const end = at + text.length
    if (end <= offset) before.push(node)
    else if (at >= offset) after.push(node)
    else {
      before.push({ ...node, text: text.slice(0, offset - at) })
      after.push({ ...node, text: text.slice(offset - at) })
    }
    at = end
  }
  return [before, after]
}

/** The lines as the author broke them, in the file or with a break; a break stays at the end of its line. */
export function linesOf(content: Inline): Inline[] {
  const lines: Inline[] = []
  let rest = content
  for (let end = inlineText(rest).indexOf('\n'); end !== -1; end = inlineText(rest).indexOf('\n')) {
    const [line, tail] = cut(rest, end)
    const [lineEnd, after] = cut(tail, 1)
    lines.push(isBreak(lineEnd[0]) ? [...line, ...lineEnd] : line)
    rest = after
  }
  return [...lines, rest]
}

/** Lines put back together: with the break that ended a line, or the line end of the file, a space in the end. */
export function joinLines(lines: Inline[]): Inline {
  return lines.flatMap((line, index) =>
    index === 0 || isBreak(lines[index - 1]?.at(-1)) ? line : [textNode('\n'), ...line],
  )
}

const isBreak = (node: NodeJson | undefined) => node?.type === 'hardBreak'

/** File line ends become spaces, neighbours with the same marks become one, the ends lose their spaces. */
export function settled(content: Inline): Inline {
  const out: Inline = []
  for (const node of content) {
    const spaced = node.type === 'text' ? { ...node, text: (node.text ?? '').replace(/ *\n */g, ' ') } : node
    const last = out.at(-1)
    if (spaced.text === '') continue
    if (last?.type === 'text' && spaced.type === 'text' && sameMarks(last, spaced))
      out[out.length - 1] = { ...last, text: `${last.text}${spaced.text}` }
    else out.push(spaced)
  }
  return trimmed(out)
}

function trimmed(content: Inline): Inline {
  const out = [...content]
  for (let first = out[0]; first && first.type !== 'footnote'; first = out[0]) {
    const text = first.type === 'hardBreak' ? '' : (first.text ?? '').trimStart()
    if (text !== '') {
      out[0] = { ...first, text }
      break
    }
    out.shift()
  }
  for (let last = out.at(-1); last && last.type !== 'footnote'; last = out.at(-1)) {
    const text = last.type === 'hardBreak' ? '' : (last.text ?? '').trimEnd()
    if (text !== '') {
      out[out.length - 1] = { ...last, text }
      break
    }
    out.pop()
  }
  return out
}

function sameMarks(a: NodeJson, b: NodeJson): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])
}

export function hasMark(node: NodeJson, type: string): boolean {
  return node.marks?.some((mark) => mark.type === type) ?? false
}

/** True when every word of it carries the mark. */
export function isAll(content: Inline, type: string): boolean {
  const words = content.filter((node) => node.type === 'text' && (node.text ?? '').trim() !== '')
  return words.length > 0 && words.every((node) => hasMark(node, type))
}

/** Where a block is bold by its nature (a question, a headline) the author's bold says nothing more. */
export function withoutMark(content: Inline, type: string): Inline {
  return content.map((node) => {
    const marks = node.marks?.filter((mark) => mark.type !== type)
    if (marks === undefined) return node
    const { marks: _, ...bare } = node
    return marks.length > 0 ? { ...bare, marks } : bare
  })
}
