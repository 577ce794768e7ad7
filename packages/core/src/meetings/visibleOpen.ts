import type { PersonId, QuestionId } from '../ids.ts'
import { inDiscussionOrder, linesAsked } from '../reviews/order.ts'
import type { Question } from '../reviews/question.ts'
import type { Instant } from '../time.ts'
import { type CarriedOn, carriedOn } from './carried.ts'
import { isScribe } from './gates.ts'
import { holds, type Meeting, questionsAreOpen } from './meeting.ts'
import type { NoteState } from './note.ts'
import { type Item, queueOf } from './queue.ts'
import type { Returning } from './returning.ts'
import type { RoomQuestion, Tally } from './room.ts'
import { isOpen, questionEndsAt } from './share.ts'
import { turnsOn } from './turns.ts'

/** What was noted on each question in the room. */
export type Notes = ReadonlyMap<string, NoteState>
export const noNotes: Notes = new Map()

/** Everything there is, and who looks at it. */
export interface Sight {
  meeting: Meeting
  questions: readonly Question[]
  returning: Returning
  notes: Notes
  viewer: PersonId
  now: Instant
}

/** What the room talks about, in its order, and which of it is at hand: the same in the room and on a screen. */
export function talkedAbout({
  meeting,
  questions,
  returning,
}: Pick<Sight, 'meeting' | 'questions' | 'returning'>) {
  // two locks on one door: the row's own seal, and the log's list of what was opened
  const asked = questions.filter(
    ({ id, seal, matter }) => seal !== 'sealed' && matter === 'substance' && meeting.questions.has(id),
  )
  const carried = carriedOn(meeting, returning)
  const queue = queueOf<Question | CarriedOn>(meeting, [...carried, ...asked])
  const current = meeting.current ?? meeting.first ?? firstOpen(meeting, queue)
  return { asked, carried, queue, current }
}

/** What the room has once the questions are open; for `roomFor` alone, which says when that is. */
export function opened(sight: Sight) {
  const { meeting, questions, viewer } = sight
  const { asked, carried, queue, current } = talkedAbout(sight)
  const form = questions
    .filter(({ seal }) => seal !== 'sealed')
    .filter(
      ({ matter, by, state }) =>
        matter === 'form' &&
        state.name !== 'withdrawn' &&
        (by === viewer || holds(meeting, viewer, 'author')),
    )
  const atHand = queue.find(({ questions: together }) => together.some(({ id }) => id === current))
  // an unnamed asker is kept out of the order of speakers too, until they speak
  const speaking = (atHand?.questions ?? []).filter(({ id }) => {
    const known = meeting.questions.get(id)
    return known && known.state?.name !== 'withdrawn' && (meeting.settings.namesAtReveal || known.asked)
  })
  const [busiest] = linesAsked(asked)
  const named = (question: Question) =>
    meeting.settings.namesAtReveal ||
    question.by === viewer ||
    (meeting.questions.get(question.id)?.asked ?? false)
  const endsAt = questionEndsAt(meeting, queue, current)
  const { timePerQuestion } = meeting.settings
  return {
    summary: {
      questions: asked.length,
      carried: carried.length,
      people: new Set(asked.map(({ by }) => by)).size,
      busiest: busiest && busiest.people > 1 ? busiest : null,
    },
    early: meeting.early,
    questions: queue.flatMap((item) =>
      item.questions.map((question) => roomQuestion(sight, question, named(question), item)),
    ),
    formRemarks: inDiscussionOrder(form).map((remark) => roomQuestion(sight, remark, named(remark))),
    clusters: queue.flatMap(({ questions: together }) =>
      together.length > 1 ? [together.map(({ id }) => id)] : [],
    ),
    apart: isScribe(meeting, viewer)
      ? meeting.apart.map(([one, other]): [QuestionId, QuestionId] => [one, other])
      : [],
    order: meeting.order,
    questionTime:
      endsAt === null || timePerQuestion === 'nobody'
        ? null
        : {
            endsAt: iso(endsAt),
            shown: timePerQuestion === 'everybody' || viewer === meeting.facilitator,
          },
    current,
    turns:
      speaking.length > 0
        ? turnsOn(
            meeting,
            speaking.map(({ by }) => by),
            // whoever asked at an earlier meeting may not be at this one
          ).filter((person) => meeting.attendees.has(person))
        : [],
    hands: [...meeting.hands],
    tally: questionsAreOpen(meeting.phase) ? tallyOf(meeting, viewer) : nobodyAnswered,
    ending: meeting.ending && { experience: meeting.ending.experience, why: meeting.ending.why },
    responses: [...meeting.responses].map(([personId, { version, ...response }]) => ({
      ...response,
      personId,
      current: version === meeting.ending?.version,
    })),
    handedOver: meeting.handedOver && {
      ...meeting.handedOver,
      questionIds: [...meeting.handedOver.questionIds],
    },
    deliberations: meeting.deliberations.map(({ people, from, to }) => ({
      people: [...people],
      from: iso(from),
      to: to === null ? null : iso(to),
    })),
    decision: meeting.decision,
  }
}

/** The question at hand when none was asked before the reveal: the first that has no end. */
function firstOpen(meeting: Meeting, queue: readonly Item[]): QuestionId | null {
  const item = queue.find((each) => isOpen(meeting, each))
  return item?.questions.find(({ id }) => meeting.questions.get(id)?.state === null)?.id ?? null
}

function roomQuestion(
  { meeting, notes, viewer }: Sight,
  question: Question | CarriedOn,
  named: boolean,
  item?: Item,
): RoomQuestion {
  const known = meeting.questions.get(question.id)
  const { id, text, anchor, by, faqBlockId, accepted } = question
  return {
    id,
    text,
    anchor,
    by: named ? by : null,
    mine: by === viewer,
    state: known?.state ?? { name: 'open' },
    asked: known?.asked ?? false,
    faqBlockId,
    toFaq: (known?.faqBlockId ?? null) !== null,
    carried: 'carried' in question ? question.carried : null,
    // of one that is on record already the ledger hears when the room is done
    accepted: known?.isCarried ? known.accepted : accepted,
    people: item?.people ?? 1,
    alsoMine: known?.alsoAsking.has(viewer) ?? false,
    must: known?.must ?? false,
    note: notes.get(id) ?? null,
  }
}

const nobodyAnswered: Tally = { yes: 0, notYet: 0, no: 0, answers: [], before: [] }

/** R18: without names, and in an order that does not tell who answered first. */
function tallyOf(meeting: Meeting, viewer: PersonId): Tally {
  const answers = [...meeting.wants.values()]
  const order = ['yes', 'not-yet', 'no']
  const count = (want: string) => answers.filter((answer) => answer.want === want).length
  return {
    yes: count('yes'),
    notYet: count('not-yet'),
    no: count('no'),
    answers: answers
      .filter(({ because }) => because !== '')
      .sort((a, b) => order.indexOf(a.want) - order.indexOf(b.want) || (a.because < b.because ? -1 : 1)),
    // a guest is at this meeting and was at none before it
    before: holds(meeting, viewer, 'guest')
      ? []
      : meeting.tallies.map((tally) => ({ ...tally, at: iso(tally.at) })),
  }
}

export const iso = (instant: Instant) => new Date(instant).toISOString()
