import { run, signedIn } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import { spread } from '../live/channels.ts'
import * as questions from './question-actions.ts'
import { ownQuestionsTopic } from './question-news.ts'

/** Questions once they are asked, and private notes; asking in a room is the meeting's to allow. */
export function questionRoutes(os: Os) {
  const notes = () => import('./note-actions.ts')
  const editQuestion = run(questions.editQuestion)
  const asked = () => import('./asked.ts')
  const withdrawQuestion = run(questions.withdrawQuestion)
  return {
    editQuestion: os.reviews.editQuestion.handler(async (handling) => {
      const question = await editQuestion(handling)
      spread(ownQuestionsTopic(signedIn(handling.context).id), null)
      return question
    }),
    withdrawQuestion: os.reviews.withdrawQuestion.handler(async (handling) => {
      await withdrawQuestion(handling)
      spread(ownQuestionsTopic(signedIn(handling.context).id), null)
    }),
    acceptAnswer: os.reviews.acceptAnswer.handler(run(questions.acceptAnswer)),
    settleQuestion: os.reviews.settleQuestion.handler(
      run(later(async () => (await import('./settle-question.ts')).settleQuestion)),
    ),
    ledger: os.reviews.ledger.handler(run(questions.ledger)),
    asked: os.reviews.asked.handler(run(later(async () => (await asked()).asked))),
    askedCounts: os.reviews.askedCounts.handler(run(later(async () => (await asked()).askedCounts))),
    owed: os.reviews.owed.handler(run(questions.owed)),
    answersGiven: os.reviews.answersGiven.handler(run(questions.answersGiven)),
    listOwnNotes: os.reviews.listOwnNotes.handler(run(later(async () => (await notes()).listOwnNotes))),
    postNote: os.reviews.postNote.handler(run(later(async () => (await notes()).postNote))),
    editNote: os.reviews.editNote.handler(run(later(async () => (await notes()).editNote))),
    deleteNote: os.reviews.deleteNote.handler(run(later(async () => (await notes()).deleteNote))),
  }
}
