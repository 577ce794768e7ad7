import type { Database } from '../db/database.ts'
import { spread } from '../live/channels.ts'
import type { Reaction } from '../outbox/events.ts'
import { updateQuestion } from '../reviews/questions-store.ts'
import { roomTopic } from './room.ts'

/** R11: a question is shown as in the FAQ once the draft has it, also when the meeting has closed meanwhile. */
export function meetingReactions(db: Database): Reaction {
  return async (event) => {
    if (event.type !== 'faq.entered') return
    const { workspaceId, questionId, blockId } = event
    const question = await db.transaction((tx) =>
      updateQuestion(tx, { workspaceId }, questionId, { faqBlockId: blockId }),
    )
    if (question?.meetingId) spread(roomTopic(question.meetingId), null)
  }
}
