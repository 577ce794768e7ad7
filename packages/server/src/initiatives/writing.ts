import type { Writing } from '@foreword/core/initiatives/contract'
import type { Database } from '../db/database.ts'
import type { Viewer } from '../http/call.ts'
import { spread, subscribe } from '../live/channels.ts'
import { rightsFor } from './visibility.ts'

/*
 * Who writes in the five answers now. It is said, heard and forgotten: no row, no event, no line of the timeline, and
 * nothing of it reaches a meeting's room (R5), which does not listen here.
 */
const topicOf = (initiativeId: string) => `writing:${initiativeId}`

interface Said extends Omit<Writing, 'person'> {
  initiativeId: string
}

export function say({ initiativeId, question, field }: Said, { id, name }: Viewer): void {
  spread(topicOf(initiativeId), { person: { id, name }, question, field } satisfies Writing)
}

interface Listening {
  viewer: Viewer
  db: Database
  signal: AbortSignal | undefined
}

/** Whoever no longer listens has left the answers, and is not said to write in them for a moment longer. */
export async function* watch(initiativeId: string, { viewer, db, signal }: Listening) {
  const { id, name } = viewer
  const news = subscribe<Writing>(topicOf(initiativeId), signal)
  try {
    // so that whoever listens knows that they do
    yield { person: { id, name }, question: null, field: null } satisfies Writing
    for await (const one of news) {
      if (one.person.id === id) continue
      if (!(await rightsFor(db, viewer, initiativeId))) return
      yield one
    }
  } finally {
    say({ initiativeId, question: null, field: null }, viewer)
  }
}
