import type { Question } from '../reviews/question.ts'
import type { Meeting } from './meeting.ts'
import type { Returning } from './returning.ts'
import type { RoomQuestion } from './room.ts'

/** A question of an earlier meeting; its anchor is where its words stand in the edition that is read now. */
export type CarriedOn = Question & { carried: NonNullable<RoomQuestion['carried']> }

/** F5: the questions from before that are open in this room, each where its words stand in the edition that is read. */
export function carriedOn(meeting: Meeting, { questions }: Pick<Returning, 'questions'>): CarriedOn[] {
  return questions
    .filter(({ question }) => meeting.questions.get(question.id)?.isCarried)
    .map(({ question, edition, here, answer }) => {
      const { anchor } = question
      const on = anchor && { line: anchor.line, lastLine: anchor.lastLine, quote: anchor.quote }
      return { ...question, anchor: here?.anchor ?? null, carried: { edition, on, answer } }
    })
}
