import type { Summary } from './room.ts'

/**
 * The one sentence above the opened questions.
 *
 * | questions, people, busiest | sentence |
 * |---|---|
 * | 31, 9, six on line 127 | 31 questions from 9 people; 6 on line 127. |
 * | 1, 1 | 1 question from 1 person. |
 * | 0 | Nobody asked anything. |
 * | 3, 2, and 1 of an earlier meeting | 3 questions from 2 people, and 1 carried forward. |
 */
export function summarySentence({ questions, people, carried, busiest }: Summary): string {
  if (questions + carried === 0) return 'Nobody asked anything.'
  if (questions === 0) return `Nobody asked anything new; ${carried} carried forward.`
  const more = carried === 0 ? '' : `, and ${carried} carried forward`
  const asked = `${questions} ${questions === 1 ? 'question' : 'questions'} from ${people} ${people === 1 ? 'person' : 'people'}${more}`
  return busiest ? `${asked}; ${busiest.people} on line ${busiest.line}.` : `${asked}.`
}
