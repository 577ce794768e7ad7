import type { PersonId } from '@foreword/core/ids'
import { ok, refuse } from '@foreword/core/result'
import type { feedbackContract } from '@foreword/core/reviews/feedback/contract'
import { eq } from 'drizzle-orm'
import { type Call, tell } from '../../http/call.ts'
import type { Inputs } from '../../http/os.ts'
import { writtenBefore } from '../../mail/store.ts'
import { againKey, writeAgain } from './letters.ts'
import { whoseLink } from './outside.ts'
import * as outside from './outside-store.ts'
import { unread } from './store.ts'
import { feedbackReaders } from './tables.ts'

declare module '../../outbox/events.ts' {
  interface Events {
    'feedback.sent-again': { personId: PersonId }
  }
}

type In = Inputs<typeof feedbackContract>['sendAgain']

/** F1: the letter was lost. What it says is kept nowhere, so another link is made, beside the first. */
export async function sendAgain({ personId }: In, call: Call) {
  const { tx, workspaceId, now, services } = call
  const link = await whoseLink(personId, call)
  if (!link.ok) return link
  if (services.mailing === null) return refuse('nobody-carries-mail')
  if (!(await outside.visitOf(tx, { workspaceId, id: personId }, now))) return refuse('link-is-over')
  const [letter] = await unread(tx, eq(feedbackReaders.personId, personId))
  if (!letter?.guest) return refuse('nothing-to-send-again')
  if (await outside.wantNoLetters(tx, { workspaceId }, [letter.guest.address]))
    return refuse('wants-no-letters')
  const lately = await writtenBefore(tx, workspaceId, againKey(letter, now))
  const isNew = now.getTime() - letter.request.askedAt.getTime() < HOUR_MS
  if (lately.length > 0 || isNew) return refuse('sent-lately')
  await writeAgain(letter, services.mailing, tx, now)
  await tell(call, { type: 'feedback.sent-again', aggregate: personId, personId })
  return ok(undefined)
}

const HOUR_MS = 3_600_000
