import type { WorkspaceId } from '@foreword/core/ids'
import type { Services } from '../http/services.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import { startPost } from '../mail/post.ts'
import type { Addressee } from '../mail/smtp.ts'
import type { Letter } from '../mail/store.ts'
import type { Reaction } from '../outbox/events.ts'
import { person } from '../people/store.ts'
import { writeInvitations, writeReminders } from './letters.ts'
import { writeRecords } from './record.ts'

/** A reminder comes within the minute. */
const LOOKS_EVERY_MS = 60_000

/** What meetings have to write to people, and the post that carries it; null when there is no mail server. */
export function openPost(services: Services) {
  const { db, mailing, now, log } = services
  if (!mailing) return null
  const house = { db, mailing, now }
  const post = startPost({ db, send: mailing.send, addresseeOf, now, log })
  let looks: NodeJS.Timeout | undefined

  /** Asked when a letter leaves, which may be hours after it was written. */
  async function addresseeOf({
    workspaceId: ours,
    personId,
    initiativeId,
  }: Letter): Promise<Addressee | null> {
    const workspaceId = ours as WorkspaceId // a row of ours
    const to = await person(db, workspaceId, personId)
    if (!to?.active) return null
    const maySee =
      initiativeId === null || (await rightsFor(db, { id: to.id, workspaceId }, initiativeId)) !== null
    return maySee ? { name: to.name, address: to.email } : null
  }

  async function look(): Promise<void> {
    try {
      await writeReminders(house)
    } catch (error) {
      log.error({ error }, 'reminders could not be written') // the database is away; the next look is in a minute
    }
    await post.kick()
  }

  const reaction: Reaction = async (event) => {
    if (event.type === 'meeting.in-calendar') await writeInvitations(house, event.meetingId)
    else if (event.type === 'meeting.closed') await writeRecords(house, event.meetingId)
    else return
    void post.kick()
  }

  return {
    reaction,
    begin() {
      void look()
      looks = setInterval(() => void look(), LOOKS_EVERY_MS).unref()
    },
    stop() {
      clearInterval(looks)
      return post.stop()
    },
  }
}
