import type { NodeJson } from '../json.ts'
import { countWords } from '../words.ts'
import { cut, hasMark, type Inline, inlineText, isAll, joinLines, linesOf } from './inline.ts'
import { isNumberedQuestion, isQLabelled, looksLikeQuestion } from './names.ts'

/** How the questions of a FAQ are written; the same way is expected of the next one. */
export type QuestionStyle = 'heading' | 'bold' | 'label' | 'plain' | 'list'

export interface FoundQuestion {
  style: QuestionStyle
  question: Inline
  /** What follows the question in its own paragraph. */
  answer: Inline | null
}

/** A paragraph that is, or begins with, a question. `open` is the style of the entry it would otherwise continue. */
export function questionIn(content: Inline, open: QuestionStyle | null): FoundQuestion | null {
  const [line = [], ...rest] = linesOf(content)
  const text = inlineText(line).trim()
  if (text === '') return null
  const answer = rest.length > 0 ? joinLines(rest) : null
  if (isQLabelled(text)) return { style: 'label', question: line, answer }
  const bold = boldStart(line)
  if (bold > 0) {
    const [asked, told] = cut(line, bold)
    const isWhole = isAll(line, 'strong')
    if (looksLikeQuestion(inlineText(asked))) {
      if (isWhole) return { style: 'bold', question: line, answer }
      return { style: 'bold', question: asked, answer: rest.length > 0 ? joinLines([told, ...rest]) : told }
    }
  }
  const isPlainQuestion = /\?["”’)]*$/.test(text) && countWords(text) <= 40
  if (isPlainQuestion && isNumberedQuestion(text)) return { style: 'label', question: line, answer }
  if (isPlainQuestion && (open === null || open === 'plain'))
    return { style: 'plain', question: line, answer }
  return null
}

/** Length of the bold text that a line begins with. */
function boldStart(line: Inline): number {
  let length = 0
  for (const node of line) {
    const text = node.text ?? ''
    if (!hasMark(node, 'strong') && text.trim() !== '') break
    length += text.length
  }
  return length
}

/**
 * The items of a list that is a list of questions: each asks something, or is a line with its answer beneath.
 * Null when any item is neither.
 */
export function questionsOfList(list: NodeJson): { question: Inline; answer: NodeJson[] }[] | null {
  const items = list.content ?? []
  const found = items.map((item) => {
    const [first, ...rest] = item.content ?? []
    if (first?.type !== 'paragraph') return null
    const asked = questionIn(first.content ?? [], null)
    const answered = asked?.answer ? [{ type: 'paragraph', content: asked.answer }] : []
    if (asked) return { question: asked.question, answer: [...answered, ...rest] }
    const isAsked = rest.length > 0 && countWords(inlineText(first.content ?? [])) <= 40
    return isAsked ? { question: first.content ?? [], answer: rest } : null
  })
  const asking = found.filter((item) => item !== null)
  const marked = asking.filter((item) => inlineText(item.question).includes('?')).length
  return asking.length === items.length && marked * 2 >= items.length ? asking : null
}
