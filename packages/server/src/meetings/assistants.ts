import type { InitiativeId, PersonId } from '@foreword/core/ids'
import type { AssistantProposal, assistantsContract } from '@foreword/core/meetings/assistants-contract'
import { suffices } from '@foreword/core/people/permissions'
import { ok, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import { principalOf } from '../people/assistants-store.ts'
import * as store from './assistants-store.ts'
import * as scheduling from './scheduling.ts'

type In = Inputs<typeof assistantsContract>

/** The call as its principal would make it; null unless they named whoever makes it. */
async function inNameOf(principalId: PersonId, call: Call): Promise<Call | null> {
  const principal = await principalOf(call.tx, call.person, principalId)
  if (!principal) return null
  const { id, name, role } = principal
  return { ...call, person: { ...call.person, id, name, role } }
}

/** The same, of an idea that the principal may schedule a meeting for. */
async function onIdeaOf(input: { principalId: PersonId; initiativeId: InitiativeId }, call: Call) {
  const theirs = await inNameOf(input.principalId, call)
  const right = theirs && (await rightsFor(call.tx, theirs.person, input.initiativeId))
  return right && suffices(right, 'edit') ? theirs : null
}

const mayRead = async (initiativeId: InitiativeId, { tx, person }: Call) =>
  (await rightsFor(tx, person, initiativeId)) !== null

export async function see({ principalId }: In['see'], call: Call) {
  const theirs = await inNameOf(principalId, call)
  if (!theirs) return refuse('not-found')
  const { id, name } = theirs.person
  return ok({
    principal: { id, name },
    ideas: await store.ideasOf(call.tx, theirs.person),
    meetings: await store.comingOf(call.tx, theirs.person, call.now),
  })
}

export async function propose({ principalId, ...on }: In['propose'], call: Call) {
  const theirs = await onIdeaOf({ principalId, ...on }, call)
  if (!theirs) return refuse('not-found')
  const proposed = await scheduling.propose({ ...on, people: [] }, theirs)
  if (!proposed.ok) return proposed
  const reads = await mayRead(on.initiativeId, call)
  const proposal: AssistantProposal = {
    ...proposed.value,
    // being invited is being let read
    attendees: proposed.value.attendees.filter(({ personId }) => reads || personId !== call.person.id),
    unready: proposed.value.unready.map(({ question, state }) => ({ question, state })),
  }
  return ok(proposal)
}

/** It is the principal's meeting, by an assistant's hand: neither the room nor a right comes of it. */
export async function schedule({ principalId, ...input }: In['schedule'], call: Call) {
  const theirs = await onIdeaOf({ principalId, ...input }, call)
  if (!theirs) return refuse('not-found')
  const invitesSelf = input.attendees.some(({ personId }) => personId === call.person.id)
  if (invitesSelf && !(await mayRead(input.initiativeId, call))) return refuse('scheduled-unread')
  const { id, name } = call.person
  const scheduled = await scheduling.schedule(input, theirs, { id, name })
  if (!scheduled.ok) return scheduled
  const { meetingId, startsAt } = scheduled.value.room
  return ok({ meetingId, startsAt })
}
