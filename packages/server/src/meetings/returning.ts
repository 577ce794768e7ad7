import type { EditionId } from '@foreword/core/ids'
import { holds, isStillReading, type Meeting } from '@foreword/core/meetings/meeting'
import {
  candidates,
  type Earlier,
  nothingReturns,
  type Returning,
  type ReturningQuestion,
} from '@foreword/core/meetings/returning'
import type { EditionAnchor } from '@foreword/core/reviews/anchor'
import type { Question } from '@foreword/core/reviews/question'
import { faqEntries } from '@foreword/document/blocks'
import type { Database, Tx } from '../db/database.ts'
import { lastSpoken } from '../decisions/speaking.ts'
import { createRecent } from '../http/recent.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { onRecord, unsettledBefore } from '../reviews/questions-store.ts'
import { linesAt, type Sheet, sheetOf } from '../reviews/sheets.ts'
import { standsIn } from '../reviews/where.ts'
import { actionsBefore } from './actions-store.ts'
import { decisionOwed, type HeldMeeting, lastHeld, talliesBefore } from './returning-store.ts'

type Reader = Database | Tx
type InWorkspace = Pick<Sees, 'workspaceId'>

type Needed = 'nothing' | 'carried' | 'before'

/**
 * What this viewer's room needs of the time before it (R17): while they read, all of it; once the questions are open to
 * them, only those that were carried on. What of it they are sent is for `roomFor` to say.
 */
function needed(meeting: Meeting, viewer: Sees): Needed {
  const { name } = meeting.phase
  const isInvited = meeting.attendees.has(viewer.id)
  if (name === 'adjourned' || !(isInvited || name === 'closed')) return 'nothing'
  const isTalking = name === 'discussion' || name === 'decision' || name === 'closed'
  if (isTalking && !isStillReading(meeting, viewer.id)) return 'carried'
  return name !== 'lobby' && meeting.since === null ? 'nothing' : 'before'
}

/**
 * The same for every member: it is all of the one initiative, which they may read as they may read the meeting. So it
 * is read once; for a guest, who may see less of an initiative, it is read anew.
 */
export function returningTo(db: Reader, meeting: Meeting): (viewer: Sees) => Promise<Returning> {
  const forMembers = new Map<Needed, Promise<Returning>>()
  return (viewer) => {
    const need = needed(meeting, viewer)
    if (need === 'nothing') return Promise.resolve(nothingReturns)
    const read = need === 'carried' ? carriedBy : before
    if (holds(meeting, viewer.id, 'guest')) return read(db, viewer, meeting)
    const reading = forMembers.get(need) ?? read(db, viewer, meeting)
    forMembers.set(need, reading)
    return reading
  }
}

export const returningFor = (db: Reader, viewer: Sees, meeting: Meeting) => returningTo(db, meeting)(viewer)

/** All of the time before this meeting. */
async function before(db: Reader, viewer: Sees, meeting: Meeting): Promise<Returning> {
  const last = await lastHeld(db, viewer, meeting)
  if (!last) return nothingReturns
  const { id: meetingId, initiativeId } = meeting
  return {
    since: {
      meetingId: last.id,
      purpose: last.purpose,
      at: last.closedAt.toISOString(),
      edition: last.edition,
      isSameDocument: last.isSameDocument,
    },
    decision: await decisionOf(db, viewer, meeting, last),
    questions: await placed(
      db,
      viewer,
      meeting,
      await unsettledBefore(db, viewer, { initiativeId, meetingId }),
    ),
    actions: await actionsBefore(db, viewer, meeting, last.id),
  }
}

/** The questions that a room has carried on, once they are open. */
async function carriedBy(db: Reader, viewer: Sees, meeting: Meeting): Promise<Returning> {
  const carried = [...meeting.questions.values()].filter(({ isCarried }) => isCarried).map(({ id }) => id)
  if (carried.length === 0) return nothingReturns
  const rows = await onRecord(db, viewer, carried)
  return { ...nothingReturns, questions: await placed(db, viewer, meeting, rows) }
}

/** What a command of the server's is decided on, read under the meeting's lock. Nothing, at the first meeting. */
export async function earlierFor(db: Reader, workspace: InWorkspace, meeting: Meeting): Promise<Earlier> {
  if (meeting.since === null) return { tallies: [], questions: [] }
  const { id: meetingId, initiativeId } = meeting
  return {
    tallies: await talliesBefore(db, workspace, meeting),
    questions: candidates(await unsettledBefore(db, workspace, { initiativeId, meetingId })),
  }
}

/** What a meeting of the time before has decided since it was held, and else what it has left to somebody. */
async function decisionOf(db: Reader, viewer: Sees, meeting: Meeting, last: HeldMeeting) {
  const decided = await lastSpoken(db, viewer, meeting)
  const isSince = decided && (decided.meetingId === last.id || new Date(decided.at) > last.closedAt)
  const owed = isSince ? null : await decisionOwed(db, viewer, last.id)
  if (owed) return { name: 'owed' as const, ...owed }
  return decided && { name: 'recorded' as const, ...decided }
}

/** Where each stands in the edition of this meeting. */
async function placed(db: Reader, viewer: Sees, { edition }: Meeting, questions: readonly Question[]) {
  const now = questions.length === 0 ? null : await sheetOf(db, viewer, edition.id)
  if (!now) return []
  const found: ReturningQuestion[] = []
  for (const question of questions) {
    const made = question.editionId && (await sheetOf(db, viewer, question.editionId))
    const answers = answersOn(question)
    const read = answers && (await sheetOf(db, viewer, answers.editionId))
    const places = placesOf(question, edition.id, now, { made, read })
    found.push({ question, edition: made ? made.number : null, ...places })
  }
  return found
}

type Places = Pick<ReturningQuestion, 'answer' | 'here'>

/** Neither an edition nor what was asked on one ever changes, and every message of a room asks for the same. */
const recent = createRecent<Places>(4_000)

function placesOf(question: Question, editionId: EditionId, now: Sheet, { made, read }: Sheets): Places {
  const { id, anchor, state, faqBlockId } = question
  const on = answersOn(question)
  const block = faqBlockId ?? (state.name === 'answered-in-the-document' && !on ? state.blockId : null)
  const key = `${editionId} ${id} ${block} ${on && `${on.editionId} ${on.line}`}`
  return (
    recent.get(key) ??
    recent.put(key, {
      answer: (on && passageIn(now, editionId, on, read)) ?? (block === null ? null : answerIn(now, block)),
      here: anchor && hereIn(now, editionId, anchor, made),
    })
  )
}

/** The editions on which it was asked, and on which it was said what answers it. */
interface Sheets {
  made: Sheet | null
  read: Sheet | null
}

const answersOn = ({ state }: Question) => (state.name === 'answered-in-the-document' ? state.on : null)

/** Where the words that answered it stand now; null when they are gone. */
function passageIn(
  now: Sheet,
  editionId: EditionId,
  on: EditionAnchor,
  read: Sheet | null,
): Places['answer'] {
  const here = hereIn(now, editionId, on, read)
  if (!here) return null
  const { page, line, lastLine } = here.anchor
  return { page, line, lastLine, in: 'document', isWritten: true, isReworded: here.isReworded }
}

/** The lines of an entry of the FAQ, or of another block, that answers it; null when the edition does not have it. */
function answerIn(now: Sheet, blockId: string): Places['answer'] {
  const entry = faqEntries(now.document).find(({ id }) => id === blockId)
  const isWritten = entry === undefined || entry.answer.trim() !== ''
  const lines = now.blocks
    .filter((block) => (entry ? block.entryId === blockId : block.id === blockId))
    // the question is known to whoever asked it
    .filter(({ type }) => !entry || !isWritten || type !== 'faqQuestion')
    .flatMap(({ id }) => now.lines.get(id) ?? [])
  const [first] = lines
  if (!first) return null
  return {
    page: first.page,
    line: first.line,
    lastLine: lines.at(-1)?.line ?? first.line,
    in: entry ? 'faq' : 'document',
    isWritten,
    isReworded: false,
  }
}

/** Where the words that were asked about stand now (F2): never beside others, and null when they are gone. */
function hereIn(now: Sheet, editionId: EditionId, on: EditionAnchor, made: Sheet | null): Places['here'] {
  const { at, state } = standsIn(now, { on, putBack: [] }, made)
  const text = at && now.texts.get(at.blockId)
  const lines = at ? linesAt(now, at) : []
  const [first] = lines
  if (!at || !first || text === null || text === undefined) return null
  const anchor: EditionAnchor = {
    ...at,
    on: 'edition',
    editionId,
    quote: text.slice(at.from, at.to),
    page: first.page,
    line: first.line,
    lastLine: lines.at(-1)?.line ?? first.line,
  }
  return { anchor, isReworded: state === 'edited' }
}
