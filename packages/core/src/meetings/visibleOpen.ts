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

type Everything = Pick<Sight, 'meeting' | 'questions' | 'returning' | 'notes'>

/**
 * What everybody has once the questions are open, with each question as somebody sees it who neither asked it nor asks
 * it too. Hundreds look at the same, so it is made once: each gets the very same objects.
 */
function openedToAll(everything: Everything) {
  const { meeting, questions, notes } = everything
  const { asked, carried, queue, current } = talkedAbout(everything)
  const atHand = queue.find(({ questions: together }) => together.some(({ id }) => id === current))
  // an unnamed asker is kept out of the order of speakers too, until they speak
  const speaking = (atHand?.questions ?? []).filter(({ id }) => {
    const known = meeting.questions.get(id)
    return known && known.state?.name !== 'withdrawn' && (meeting.settings.namesAtReveal || known.asked)
  })
  const [busiest] = linesAsked(asked)
  const endsAt = questionEndsAt(meeting, queue, current)
  return {
    form: inDiscussionOrder(
      questions.filter(
        ({ seal, matter, state }) => seal !== 'sealed' && matter === 'form' && state.name !== 'withdrawn',
      ),
    ),
    questions: queue.flatMap((item) =>
      item.questions.map((question) => ({
        question,
        alsoAsking: meeting.questions.get(question.id)?.alsoAsking,
        shown: roomQuestion({ meeting, notes }, question, item),
      })),
    ),
    endsAt: endsAt === null || meeting.settings.timePerQuestion === 'nobody' ? null : iso(endsAt),
    summary: {
      questions: asked.length,
      carried: carried.length,
      people: new Set(asked.map(({ by }) => by)).size,
      busiest: busiest && busiest.people > 1 ? busiest : null,
    },
    clusters: queue.flatMap(({ questions: together }) =>
      together.length > 1 ? [together.map(({ id }) => id)] : [],
    ),
    current,
    turns:
      speaking.length > 0
        ? turnsOn(
            meeting,
            speaking.map(({ by }) => by),
            // whoever asked at an earlier meeting may not be at this one
          ).filter((person) => meeting.attendees.has(person))
        : [],
    tally: questionsAreOpen(meeting.phase) ? tallyOf(meeting) : nobodyAnswered,
  }
}

const made = new WeakMap<Meeting, { of: Everything; all: ReturnType<typeof openedToAll> }>()

function forAll({ meeting, questions, returning, notes }: Everything) {
  const known = made.get(meeting)
  const isOfThese =
    known?.of.questions === questions && known.of.returning === returning && known.of.notes === notes
  if (known && isOfThese) return known.all
  const of = { meeting, questions, returning, notes }
  const all = openedToAll(of)
  made.set(meeting, { of, all })
  return all
}

/** What the room has once the questions are open; for `roomFor` alone, which says when that is. */
export function opened(sight: Sight) {
  const { meeting, viewer } = sight
  const all = forAll(sight)
  return {
    summary: all.summary,
    early: meeting.early,
    questions: all.questions.map(({ question, alsoAsking, shown }) => {
      const alsoMine = alsoAsking?.has(viewer) ?? false
      if (question.by === viewer) return { ...shown, by: viewer, mine: true, alsoMine }
      return alsoMine ? { ...shown, alsoMine } : shown
    }),
    formRemarks: all.form
      .filter(({ by }) => by === viewer || holds(meeting, viewer, 'author'))
      .map((remark) => {
        const shown = roomQuestion(sight, remark)
        return remark.by === viewer ? { ...shown, by: viewer, mine: true } : shown
      }),
    clusters: all.clusters,
    apart: isScribe(meeting, viewer)
      ? meeting.apart.map(([one, other]): [QuestionId, QuestionId] => [one, other])
      : [],
    order: meeting.order,
    questionTime: all.endsAt === null ? null : { endsAt: all.endsAt, shown: isShownTime(meeting, viewer) },
    current: all.current,
    turns: all.turns,
    hands: [...meeting.hands],
    // a guest is at this meeting and was at none before it
    tally: holds(meeting, viewer, 'guest') ? { ...all.tally, before: [] } : all.tally,
    ending: meeting.ending && { experience: meeting.ending.experience, why: meeting.ending.why },
    responses: [...meeting.responses].map(([personId, { version, ...response }]) => ({
      ...response,
      personId,
      current: version === meeting.ending?.version,
    })),
    actions: [...meeting.actions].map(([id, { doneAt, ...said }]) => ({
      ...said,
      id,
      doneAt: doneAt === null ? null : iso(doneAt),
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

const isShownTime = ({ settings, facilitator }: Meeting, viewer: PersonId) =>
  settings.timePerQuestion === 'everybody' || viewer === facilitator

/** The question at hand when none was asked before the reveal: the first that has no end. */
function firstOpen(meeting: Meeting, queue: readonly Item[]): QuestionId | null {
  const item = queue.find((each) => isOpen(meeting, each))
  return item?.questions.find(({ id }) => meeting.questions.get(id)?.state === null)?.id ?? null
}

/** As somebody sees it who neither asked it nor asks it too. */
function roomQuestion(
  { meeting, notes }: Pick<Sight, 'meeting' | 'notes'>,
  question: Question | CarriedOn,
  item?: Item,
): RoomQuestion {
  const known = meeting.questions.get(question.id)
  const { id, text, anchor, by, faqBlockId, accepted } = question
  return {
    id,
    text,
    anchor,
    by: meeting.settings.namesAtReveal || known?.asked ? by : null,
    mine: false,
    state: known?.state ?? { name: 'open' },
    asked: known?.asked ?? false,
    faqBlockId,
    toFaq: (known?.faqBlockId ?? null) !== null,
    carried: 'carried' in question ? question.carried : null,
    // of one that is on record already the ledger hears when the room is done
    accepted: known?.isCarried ? known.accepted : accepted,
    people: item?.people ?? 1,
    alsoMine: false,
    must: known?.must ?? false,
    note: notes.get(id) ?? null,
  }
}

const nobodyAnswered: Tally = { yes: 0, notYet: 0, no: 0, answers: [], before: [] }

/** R18: without names, and in an order that does not tell who answered first. */
function tallyOf(meeting: Meeting): Tally {
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
    before: meeting.tallies.map((tally) => ({ ...tally, at: iso(tally.at) })),
  }
}

export const iso = (instant: Instant) => new Date(instant).toISOString()
