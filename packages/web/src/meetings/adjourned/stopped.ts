import { leftWords } from '../room/left.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

type Stopped = Pick<PhaseOf<'adjourned'>, 'from' | 'leftMs'>

const doing = { reading: 'reading', discussion: 'discussing', decision: 'deciding' } as const

/**
 * | from, left | |
 * |---|---|
 * | reading, 12 min | The room was reading, with 12 min left, and resumes with as much. |
 * | reading, 0 | The room was reading; the time was over. |
 * | discussion, −2 min | The room was discussing, over by 2 min. |
 */
export function stoppedWords({ from, leftMs }: Stopped): string {
  const words = leftWords(leftMs)
  const was = `The room was ${doing[from]}`
  if (leftMs > 0)
    return `${was}, with ${words.charAt(0).toLowerCase()}${words.slice(1)}, and resumes with as much.`
  return words.startsWith('Over') ? `${was}, ${words.toLowerCase()}.` : `${was}; the time was over.`
}

/** R7: what is safe while the room stands still. */
export const keptWords = {
  reading:
    'What you noted stays yours, and what you asked stays sealed: nothing opens before the reading has gone on and ended.',
  discussion: 'The open questions, and the ends they were given, are there again when it goes on.',
  decision: 'The questions, what was agreed and who understood it are there again when it goes on.',
} as const satisfies Record<Stopped['from'], string>
