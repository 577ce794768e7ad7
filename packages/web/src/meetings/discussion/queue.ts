import type { RoomQuestion } from '@foreword/core/meetings/room'

export const isOpen = ({ state }: RoomQuestion) => state.name === 'open'

/** How many others asked on the line the question begins on. */
export function othersOnLine(queue: readonly RoomQuestion[], question: RoomQuestion): number {
  if (!question.anchor) return 0
  const { line } = question.anchor
  return queue.filter((other) => other !== question && other.anchor?.line === line).length
}

/** `9`, `8–9`, or nothing for the whole document. */
export function lineWords({ anchor }: Pick<RoomQuestion, 'anchor'>): string {
  if (!anchor) return ''
  return anchor.line === anchor.lastLine ? `${anchor.line}` : `${anchor.line}–${anchor.lastLine}`
}

/** F5: of one that is open from a meeting before; null of one that was asked in this room. */
export function carriedWords({ carried }: Pick<RoomQuestion, 'carried'>): string | null {
  if (!carried) return null
  return carried.edition === null ? 'carried forward' : `carried forward from edition ${carried.edition}`
}

/** The questions on each line they begin on, for the bubbles in the margin. */
export function byLine(
  queue: readonly RoomQuestion[],
): { line: number; page: number; questions: RoomQuestion[] }[] {
  const lines = new Map<number, { line: number; page: number; questions: RoomQuestion[] }>()
  for (const question of queue) {
    if (!question.anchor) continue
    const { line, page } = question.anchor
    const known = lines.get(line)
    if (known) known.questions.push(question)
    else lines.set(line, { line, page, questions: [question] })
  }
  return [...lines.values()].sort((a, b) => a.line - b.line)
}

/** `In the FAQ` once the draft has it; until then it is on its way there. Null for a question that is not to go. */
export function faqWords({ toFaq, faqBlockId }: Pick<RoomQuestion, 'toFaq' | 'faqBlockId'>): string | null {
  if (!toFaq) return null
  return faqBlockId === null ? 'Going into the FAQ' : 'In the FAQ'
}

/**
 * How the questions ended, in a sentence: `31 questions: 24 answered, 4 in the FAQ, 3 owed`. One that became an entry
 * of the FAQ is counted there and nowhere else.
 */
export function endsSentence(queue: readonly RoomQuestion[]): string {
  if (queue.length === 0) return 'Nobody asked anything.'
  const counts = new Map<string, number>()
  for (const question of queue) {
    const how = question.toFaq ? 'in the FAQ' : endWords[question.state.name]
    counts.set(how, (counts.get(how) ?? 0) + 1)
  }
  const parts = [
    'answered',
    'in the FAQ',
    'answered in the document',
    'owed',
    'out of scope',
    'withdrawn',
    'open',
  ]
    .filter((how) => counts.has(how))
    .map((how) => `${counts.get(how)} ${how}`)
  return `${queue.length} ${queue.length === 1 ? 'question' : 'questions'}: ${parts.join(', ')}.`
}

const endWords = {
  open: 'open',
  'answered-in-the-document': 'answered in the document',
  'answered-in-the-room': 'answered',
  'research-owed': 'owed',
  'out-of-scope': 'out of scope',
  withdrawn: 'withdrawn',
} satisfies Record<RoomQuestion['state']['name'], string>
