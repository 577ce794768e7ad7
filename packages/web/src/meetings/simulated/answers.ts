import type { contract } from '@foreword/core/contract'
import { mayRecord } from '@foreword/core/decisions/decide'
import { sentence } from '@foreword/core/decisions/sentence'
import type { DecisionId, NoteId, QuestionId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { closedGate, gates } from '@foreword/core/meetings/gates'
import type { Byline } from '@foreword/core/people/person'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Selection } from '@foreword/core/reviews/anchor'
import type { Note } from '@foreword/core/reviews/note'
import { endOf } from '@foreword/core/reviews/said-end'
import type { AnyContractProcedure, InferSchemaOutput } from '@orpc/contract'
import type { Outputs } from '../../api.ts'
import { everybody } from './cast.ts'
import type { Simulation } from './engine.ts'
import { ideaOf } from './idea.ts'
import { anchorIn, passageOn } from './passage.ts'

type Nouns = typeof contract
type Given<
  Noun extends keyof Nouns,
  Name extends keyof Nouns[Noun],
> = Nouns[Noun][Name] extends AnyContractProcedure
  ? InferSchemaOutput<NonNullable<Nouns[Noun][Name]['~orpc']['inputSchema']>>
  : never
type Answer<
  Noun extends keyof Nouns & keyof Outputs,
  Name extends keyof Nouns[Noun] & keyof Outputs[Noun],
> = (input: Given<Noun, Name>) => Result<Outputs[Noun][Name], string>

/** What a room asks of a server besides its acts. */
export interface Answers {
  'initiatives.get': Answer<'initiatives', 'get'>
  'narratives.edition': Answer<'narratives', 'edition'>
  'reviews.postQuestion': Answer<'reviews', 'postQuestion'>
  'reviews.editQuestion': Answer<'reviews', 'editQuestion'>
  'reviews.withdrawQuestion': Answer<'reviews', 'withdrawQuestion'>
  'reviews.listOwnNotes': Answer<'reviews', 'listOwnNotes'>
  'reviews.postNote': Answer<'reviews', 'postNote'>
  'reviews.editNote': Answer<'reviews', 'editNote'>
  'reviews.deleteNote': Answer<'reviews', 'deleteNote'>
  'decisions.get': Answer<'decisions', 'get'>
  'meetings.room': Answer<'meetings', 'room'>
  'meetings.decide': Answer<'meetings', 'decide'>
  'meetings.notePace': Answer<'meetings', 'notePace'>
  'meetings.writeNote': Answer<'meetings', 'writeNote'>
  'meetings.endQuestion': Answer<'meetings', 'endQuestion'>
}

/** The operations of a room, answered out of memory; what the server would refuse is refused by the same name. */
export function answersOf(simulation: Simulation, me: Byline, newId: () => string): Answers {
  const { edition } = simulation.pages
  const notes = new Map<NoteId, Note>()
  const decisions = new Map<DecisionId, Outputs['decisions']['get']>()
  const at = () => new Date(simulation.now()).toISOString()
  const anchored = (on: Selection | null) => {
    const anchor = on && anchorIn(simulation.pages, on)
    return on && !anchor ? refuse('no-such-passage') : ok(anchor)
  }
  const told = <Value>(value: Value): Value => {
    simulation.changed()
    return value
  }

  return {
    'initiatives.get': () => ok(ideaOf(edition)),
    'narratives.edition': () => ok(edition),
    'meetings.room': () => ok(simulation.message()),
    // of simulated readers nothing is measured
    'meetings.notePace': () => ok(undefined),

    'reviews.postQuestion': ({ key, text, matter, on, by }) => {
      const anchor = anchored(on)
      if (!anchor.ok) return anchor
      const asked = {
        key,
        id: newId() as QuestionId,
        text,
        matter,
        anchor: anchor.value,
        asker: by,
      }
      return told(simulation.held.asks(me.id, asked, simulation.now()))
    },
    'reviews.editQuestion': ({ questionId, text, matter }) => {
      return told(simulation.held.changes(me.id, questionId, { text, matter }))
    },
    'reviews.withdrawQuestion': ({ questionId }) => {
      const gone = told(simulation.held.changes(me.id, questionId, null))
      return gone.ok ? ok(undefined) : gone
    },

    'reviews.listOwnNotes': () => ok([...notes.values()]),
    'reviews.postNote': ({ text, on }) => {
      const anchor = anchored(on)
      if (!anchor.ok) return anchor
      const id = newId() as NoteId
      const note = {
        id,
        editionId: edition.id,
        text,
        anchor: anchor.value,
        createdAt: at(),
        changedAt: at(),
      }
      notes.set(id, note)
      return ok(note)
    },
    'reviews.editNote': ({ noteId, text }) => {
      const note = notes.get(noteId)
      if (!note) return refuse('not-found')
      const changed = { ...note, text, changedAt: at() }
      notes.set(noteId, changed)
      return ok(changed)
    },
    'reviews.deleteNote': ({ noteId }) => (notes.delete(noteId) ? ok(undefined) : refuse('not-found')),

    'meetings.writeNote': (note) => {
      const done = told(simulation.held.notes(me.id, note, simulation.now()))
      return done.ok ? ok(simulation.message()) : done
    },
    'meetings.endQuestion': ({ key, questionId, state, of }) => {
      const ended = endOf(state, (line, lastLine) => passageOn(simulation.pages, line, lastLine))
      if (!ended.ok) return ended
      return simulation.does({ kind: 'endQuestion', questionId, state: ended.value, of }, key)
    },
    'meetings.decide': ({ key, decision: draft }) => {
      const { meeting } = simulation.held
      const closed = closedGate(meeting, 'recordDecision', me.id)
      if (closed) return refuse(closed)
      const today = at().slice(0, 10)
      const may = mayRecord(draft, { initiativeId: meeting.initiativeId, today, superseding: null })
      if (!may.ok) return may
      const id = newId() as DecisionId
      const done = simulation.does({ kind: 'recordDecision', decisionId: id, decider: draft.decider }, key)
      const people = [me, ...everybody.map((one) => ({ id: one.id, name: one.name }))]
      const speaker = {
        person: (person: string) => people.find((one) => one.id === person)?.name ?? '',
        initiative: () => edition.title,
      }
      if (done.ok)
        decisions.set(id, {
          ...draft,
          id,
          number: 1,
          initiativeId: meeting.initiativeId,
          meetingId: meeting.id,
          edition: { id: edition.id, number: edition.number, hash: edition.hash },
          supersedes: null,
          supersededBy: null,
          recordedBy: me.id,
          recordedAt: at(),
          title: edition.title,
          sentence: sentence(draft, speaker),
          people,
        })
      return done
    },
    'decisions.get': ({ decisionId }) => {
      const record = decisions.get(decisionId)
      return record ? ok(record) : refuse('not-found')
    },
  }
}

/** The act by this name as a command; undefined when a room has no such act. */
export function commandOf(name: string, input: object, newId: () => string): MeetingCommand | undefined {
  if (!(name in gates)) return undefined
  const { meetingId: _, key: __, startsAt, ...given } = input as Record<string, unknown>
  return {
    kind: name,
    ...given,
    ...(typeof startsAt === 'string' ? { startsAt: Date.parse(startsAt) } : {}),
    ...(name === 'addToFaq' ? { blockId: newId() } : {}),
  } as MeetingCommand // the contract's acts are the commands of the same name, but for what is changed here
}
