/*
 * The savers of all answers being written in this tab, beside the pages: a save under way goes on when its page is
 * left, and what could not be sent is sent when the server is back.
 */
import { type AnswerPatch, type Answers, noAnswers } from '@foreword/core/initiatives/answers'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { ORPCError } from '@orpc/client'
import { hashKey } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { client, type Inputs, queryClient } from '../api.ts'
import { isReached, subscribeConnection } from '../connection.ts'
import { useMe } from '../people/me.ts'
import { isRefusal, refusalOf } from '../refusal.ts'
import { type Idea, ideaQuery } from './idea.ts'
import { createSaver, type Journal, type Saver, type SaveState, type Sent } from './saver.ts'
import { type Fields, type Seen, type Unsaved, withUnsaved } from './unsaved.ts'
import { type Beside, useBeside } from './writing.tsx'

interface Where {
  personId: string
  initiativeId: Idea['id']
  question: FiveQuestion
}

const savers = new Map<string, Saver>()
const keyOf = ({ personId, initiativeId, question }: Where) => `${personId}/${initiativeId}/${question}`

function saverOf(where: Where): Saver {
  const key = keyOf(where)
  const known = savers.get(key)
  if (known) return known
  const { initiativeId, question } = where
  const saver = createSaver({
    known: answerKnown(initiativeId, question) ?? { version: 0, answer: noAnswers[question] },
    // both are of this question
    over: (answer, fields) => withUnsaved(question, answer as Answers[FiveQuestion], fields),
    send: (unsaved) => send(where, unsaved),
    journal: journalOf(key),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
  const name = hashKey(ideaQuery(initiativeId).queryKey)
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    const now = type === 'updated' && query.queryHash === name && answerKnown(initiativeId, question)
    if (now) saver.arrived(now)
  })
  savers.set(key, saver)
  return saver
}

/** The answer as this browser has it from the server. */
function answerKnown(initiativeId: Idea['id'], question: FiveQuestion): Seen | null {
  const idea = queryClient.getQueryData(ideaQuery(initiativeId).queryKey)
  return idea ? { version: idea.versions[question], answer: idea.answers[question] } : null
}

async function send({ initiativeId, question }: Where, unsaved: Unsaved): Promise<Sent> {
  const { queryKey } = ideaQuery(initiativeId)
  // fields of one question are only ever written under its name
  const patch = { question, fields: unsaved.fields } as Inputs['initiatives']['answer']['patch']
  try {
    const kept = await client.initiatives.answer({ initiativeId, version: unsaved.version, patch })
    queryClient.setQueryData(queryKey, (idea) => {
      if (!idea || idea.versions[question] > kept.version) return idea
      const versions = { ...idea.versions, [question]: kept.version }
      const answers = { ...idea.answers, [question]: kept.answers[question] }
      return { ...idea, answers, versions, readiness: kept.readiness, stage: kept.stage, next: kept.next }
    })
    return { name: 'saved', now: { version: kept.version, answer: kept.answers[question] } }
  } catch (error) {
    if (error instanceof ORPCError && isRefusal(error, 'answered-meanwhile')) {
      // the contract says what this refusal carries
      const { version, answer } = error.data as { version: number; answer: Answers[FiveQuestion] }
      queryClient.setQueryData(queryKey, (idea) => {
        if (!idea || idea.versions[question] > version) return idea
        const versions = { ...idea.versions, [question]: version }
        return { ...idea, answers: { ...idea.answers, [question]: answer }, versions }
      })
      return { name: 'meanwhile', now: { version, answer } }
    }
    const refusal = refusalOf(error)
    return refusal.kind === 'refused' ? { name: 'refused', message: refusal.message } : { name: 'unanswered' }
  }
}

function journalOf(key: string): Journal {
  const name = `foreword.unsaved/${key}`
  return {
    read() {
      try {
        const text = localStorage.getItem(name)
        // written below and nowhere else; what merge cannot use the server refuses
        return text === null ? null : (JSON.parse(text) as Unsaved)
      } catch {
        return null // storage is forbidden here, or was tampered with
      }
    },
    write(unsaved) {
      try {
        if (unsaved) localStorage.setItem(name, JSON.stringify(unsaved))
        else localStorage.removeItem(name)
      } catch {
        // full or forbidden: the words stay in this tab, which asks before it is closed
      }
    },
  }
}

const all = () => [...savers.values()]
const flushAll = () => {
  for (const saver of all()) saver.flush()
}
subscribeConnection(() => isReached() && flushAll())
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushAll())
window.addEventListener('beforeunload', (event) => {
  if (all().some((saver) => saver.unsaved())) event.preventDefault()
})

/** One answer to be written into: what stands on screen, and what became of it. */
export interface Answering<Q extends FiveQuestion> {
  value: Answers[Q]
  /** Who else writes in a field, which is told by its name, in a list with the id of its entry: `items/ID/source`. */
  beside: (field: string) => Beside
  /** Saves these fields soon; `saver.flush` at once. */
  write: (fields: Extract<AnswerPatch, { question: Q }>['fields']) => void
  saver: Saver
  state: SaveState
  /** My words in fields that somebody else changed, and theirs; null when nobody did. */
  contested: { mine: Fields; theirs: Answers[Q] } | null
}

/** What the fields of a question are given. */
export interface FieldsProps<Q extends FiveQuestion> {
  answering: Answering<Q>
  readOnly: boolean
}

export function useAnswer<Q extends FiveQuestion>(idea: Idea, question: Q): Answering<Q> {
  const me = useMe()
  const saver = saverOf({ personId: me.person.id, initiativeId: idea.id, question })
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  const unsaved = useSyncExternalStore(saver.subscribe, saver.unsaved)
  // not the idea’s as it was drawn last: what is typed is typed on what stands here now
  const saved = useSyncExternalStore(saver.subscribe, saver.latest).answer as Answers[Q]
  const mine = saver.contested()
  return {
    value: withUnsaved(question, saved, unsaved),
    beside: useBeside(question),
    write: saver.write,
    saver,
    state,
    contested: mine && { mine, theirs: saved },
  }
}

const gravest: SaveState['name'][] = ['refused', 'contested', 'not-saved', 'saving', 'saved']

/** What may be said of the whole sheet: the worst of its five. */
export function useSheetState(idea: Idea): SaveState['name'] {
  const me = useMe()
  const five = idea.questions.map(({ id: question }) =>
    saverOf({ personId: me.person.id, initiativeId: idea.id, question }),
  )
  const look = () => gravest.find((name) => five.some((saver) => saver.state().name === name)) ?? 'saved'
  const subscribe = (listener: () => void) => {
    const stops = five.map((saver) => saver.subscribe(listener))
    return () => {
      for (const stop of stops) stop()
    }
  }
  return useSyncExternalStore(subscribe, look)
}
