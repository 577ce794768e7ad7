import type { MeetingId, PersonId } from '@foreword/core/ids'
import { questionIds } from '@foreword/core/initiatives/questions'
import { readinessOf } from '@foreword/core/initiatives/readiness'
import type { meetingsContract, Proposal } from '@foreword/core/meetings/contract'
import { fold } from '@foreword/core/meetings/fold'
import { defaultMeetingSettings, type Plan } from '@foreword/core/meetings/plan'
import { areaGaps, proposedReadingMinutes, proposedRoles } from '@foreword/core/meetings/proposal'
import { schedule as scheduled } from '@foreword/core/meetings/schedule'
import { decidersFor } from '@foreword/core/people/groups/tree'
import type { Byline } from '@foreword/core/people/person'
import { ok, refuse } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { followWork } from '../initiatives/stage.ts'
import * as initiatives from '../initiatives/store.ts'
import * as editions from '../narratives/editions-store.ts'
import { all as allGroups } from '../people/groups/store.ts'
import { colleagues, speakingOrders, theWorkspace } from '../people/store.ts'
import { roomMessage } from './room.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>

/** What is filled in for whoever schedules: roles, lengths, and what they should know first (R12, R13, W4, N5). */
export async function propose(input: In['propose'], call: Call) {
  const { tx, person, workspaceId } = call
  const ground = await groundOf(input, call)
  if (!ground) return refuse('not-found')
  const { initiative, edition, settings } = ground
  const everybody = (await colleagues(tx, workspaceId)).filter(({ active }) => active)
  const relations = await initiatives.relationsOf(tx, person, input.initiativeId)
  const authors = [
    ...edition.authors.map(({ id }) => id),
    ...relations.filter(({ relation }) => relation === 'author').map(({ personId }) => personId as PersonId), // a row of ours
  ]
  const owner = initiative.owner.id as PersonId // a row of ours
  const shared = [owner, ...authors, ...relations.map(({ personId }) => personId as PersonId)]
  const deciders = decidersFor(await allGroups(tx, workspaceId), initiative.group.id)
  const asked = input.people.length > 0 ? input.people : [...smallCompany(everybody, shared), ...deciders]
  const active = new Map(everybody.map((one) => [one.id, one]))
  const invited = asked.filter((id) => active.has(id))
  const attendees = proposedRoles({
    people: invited,
    authors,
    owner,
    scheduler: person.id,
    deciders,
  }).flatMap((each) => {
    const known = active.get(each.personId)
    return known ? [{ ...each, name: known.name, functionalArea: known.functionalArea }] : []
  })
  const gaps = areaGaps(
    settings.requiredAreas,
    attendees.map(({ functionalArea }) => functionalArea),
  )
  const proposal: Proposal = {
    pages: edition.extent.pages,
    corePages: edition.extent.corePages,
    readingMinutes: proposedReadingMinutes(edition.extent.corePages, settings.readingMinutesPerPage),
    discussionMinutes: settings.discussionMinutes,
    attendees,
    unready: ground.unready,
    unreadyQuestions: settings.unreadyQuestions,
    areaGaps: settings.functionalAreas.filter(({ id }) => gaps.includes(id)),
  }
  return ok(proposal)
}

/** Everybody, in a company small enough to sit at one table; else those it is shared with. */
function smallCompany(everybody: readonly { id: PersonId }[], shared: readonly PersonId[]): PersonId[] {
  return everybody.length <= 8 ? everybody.map(({ id }) => id) : [...shared]
}

/** `through` is the assistant of whoever it is done for, when they do it. */
export async function schedule(input: In['schedule'], call: Call, through?: Byline) {
  const { tx, person, workspaceId, now } = call
  const before = await store.scheduledWith(tx, person, input.key)
  if (before) return ok(await roomMessage(tx, person, fold(await store.events(tx, person, before.id)), now))
  const ground = await groundOf(input, call)
  if (!ground) return refuse('not-found')
  const { edition, settings } = ground
  const areaOf = new Map(
    (await colleagues(tx, workspaceId))
      .filter(({ active }) => active)
      .map((one) => [one.id, one.functionalArea]),
  )
  if (input.attendees.some(({ personId }) => !areaOf.has(personId))) return refuse('no-such-person')
  const bands = await speakingOrders(tx, workspaceId)
  const plan: Plan = {
    meetingId: newId<MeetingId>(),
    initiativeId: input.initiativeId,
    edition: { id: edition.id, number: edition.number, hash: edition.hash, pages: edition.extent.pages },
    purpose: input.purpose,
    startsAt: Date.parse(input.startsAt),
    place: input.place,
    callLink: input.callLink,
    readingMinutes: input.readingMinutes,
    discussionMinutes: input.discussionMinutes,
    attendees: input.attendees.map((each) => ({ ...each, band: bands.get(each.personId) ?? null })),
    settings: {
      ...defaultMeetingSettings,
      countdownSeconds: settings.countdownSeconds,
      namesAtReveal: settings.namesAtReveal,
      namesOfFinished: settings.namesOfFinished,
      timePerQuestion: settings.timePerQuestion,
    },
    whyNow: input.whyNow,
  }
  const missingAreas = areaGaps(
    settings.requiredAreas,
    input.attendees.map(({ personId }) => areaOf.get(personId) ?? null),
  )
  const requirements = {
    unready: ground.unready.length,
    unreadyQuestions: settings.unreadyQuestions,
    missingAreas,
  }
  const first = scheduled(plan, requirements, { by: person.id, now: now.getTime(), key: input.key })
  // `schedule` answers only with the refusals its own conditions name, all of which the contract declares
  if (!first.ok) return refuse(first.refusal as SchedulingRefusal, first.data)
  const meeting = fold([first.value])
  await store.insert(tx, {
    workspaceId,
    id: plan.meetingId,
    initiativeId: plan.initiativeId,
    editionId: plan.edition.id,
    purpose: plan.purpose,
    startsAt: new Date(plan.startsAt),
    minutes: plan.readingMinutes + plan.discussionMinutes,
    place: plan.place,
    callLink: plan.callLink,
    phase: 'lobby',
    facilitatorId: meeting.facilitator,
    scheduledBy: person.id,
    arrangedBy: through?.id ?? null,
    key: input.key,
    createdAt: now,
  })
  await store.append(tx, { workspaceId }, { before: null, meeting, from: 0 }, [first.value])
  await initiatives.letRead(
    tx,
    person,
    input.initiativeId,
    plan.attendees.map(({ personId }) => personId),
  )
  await followWork(input.initiativeId, 'review', call)
  const { meetingId } = plan
  await tell(
    call,
    {
      type: 'meeting.scheduled',
      aggregate: meetingId,
      meetingId,
      initiativeId: input.initiativeId,
      says: through
        ? `had ${through.name} schedule a meeting on edition ${edition.number}`
        : `scheduled a meeting on edition ${edition.number}`,
      ...(plan.whyNow ? { reason: plan.whyNow } : {}),
      about: { kind: 'meeting', id: meetingId },
    },
    { type: 'meeting.in-calendar', aggregate: meetingId, meetingId },
  )
  return ok(await roomMessage(tx, person, meeting, now))
}

type SchedulingRefusal =
  | 'no-facilitator'
  | 'no-decider'
  | 'no-author'
  | 'invited-twice'
  | 'why-now-missing'
  | 'not-ready'
  | 'areas-missing'

/** What a meeting stands on: the idea, its edition, and which of its questions are not ready. */
async function groundOf(
  { initiativeId, editionId }: Pick<In['propose'], 'initiativeId' | 'editionId'>,
  call: Call,
) {
  const { tx, person } = call
  const initiative = await initiatives.one(tx, person, initiativeId)
  const edition = await editions.summaryOf(tx, person, editionId)
  const workspace = await theWorkspace(tx)
  if (!initiative || !workspace || edition?.initiativeId !== initiativeId) return null
  const sheet = await initiatives.sheet(tx, person, initiativeId)
  const readiness = readinessOf(sheet.answers, sheet.overrides, sheet.questionSet, sheet.linked)
  const unready = questionIds.flatMap((question) => {
    const { state, findings } = readiness[question]
    return state === 'ready' ? [] : [{ question, state, why: findings[0]?.reason ?? '' }]
  })
  return { initiative, edition, settings: workspace.settings, unready }
}
