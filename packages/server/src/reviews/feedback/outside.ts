import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { CommentId, FeedbackRequestId, InitiativeId, PersonId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { CommentNews } from '@foreword/core/reviews/contract'
import type { feedbackContract } from '@foreword/core/reviews/feedback/contract'
import { linkEnds, type Outsider } from '@foreword/core/reviews/feedback/outside'
import type { Database, Tx } from '../../db/database.ts'
import { type Call, type RequestContext, signedIn, tell, type Viewer } from '../../http/call.ts'
import type { Visit } from '../../http/guard.ts'
import type { Inputs } from '../../http/os.ts'
import { letVisit } from '../../initiatives/store.ts'
import { rightsFor } from '../../initiatives/visibility.ts'
import { subscribe } from '../../live/channels.ts'
import { narrativeTopic } from '../../narratives/narrative-news.ts'
import * as peopleStore from '../../people/store.ts'
import * as comments from '../store.ts'
import * as store from './outside-store.ts'

type In = Inputs<typeof feedbackContract>

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export type MayNotAsk =
  | 'outside-is-forbidden'
  | 'nobody-carries-mail'
  | 'has-an-account'
  | 'wants-no-letters'
  | 'due-too-far'

/** Until when the links of these people would open; a refusal when they may not be asked. */
export async function mayAsk(
  outside: readonly Outsider[],
  due: string,
  { tx, workspaceId, now, services }: Call,
): Promise<Result<Date | null, MayNotAsk>> {
  if (outside.length === 0) return ok(null)
  const settings = (await peopleStore.theWorkspace(tx))?.settings
  if (!settings?.outsideReaders) return refuse('outside-is-forbidden')
  if (services.mailing === null) return refuse('nobody-carries-mail')
  const expiresAt = linkEnds({ askedAt: now, due, graceDays: settings.outsideGraceDays })
  if (!expiresAt) return refuse('due-too-far')
  const addresses = new Set(outside.map(({ address }) => address))
  const colleagues = await peopleStore.colleagues(tx, workspaceId)
  if (colleagues.some(({ email, active }) => active && addresses.has(email.toLowerCase())))
    return refuse('has-an-account')
  if (await store.wantNoLetters(tx, { workspaceId }, [...addresses])) return refuse('wants-no-letters')
  return ok(expiresAt)
}

interface VisitTo {
  requestId: FeedbackRequestId
  initiativeId: InitiativeId
  expiresAt: Date
}

/** One for each address, with the secret of their link for the letter. */
export async function letAllIn(outside: readonly Outsider[], to: VisitTo, call: Call) {
  const each = new Map(outside.map((one) => [one.address, one]))
  const letIn: { personId: string; token: string }[] = []
  for (const one of each.values()) letIn.push(await letOneIn(one, to, call))
  return letIn
}

/** They are a person with a name, so that what they say is somebody's. */
async function letOneIn(
  { address, name }: Outsider,
  { requestId, initiativeId, expiresAt }: VisitTo,
  { tx, workspaceId, now }: Call,
): Promise<{ personId: string; token: string }> {
  const { id: personId } = await peopleStore.insertPerson(tx, {
    ...{ workspaceId, name: name || address, passwordHash: null, at: now },
    // their own may become that of an account one day
    email: `reader-${randomUUID()}@guests.invalid`,
    role: 'guest',
    functionalArea: null,
  })
  await letVisit(tx, { workspaceId }, initiativeId, personId)
  await store.insertGuest(tx, { workspaceId, requestId, personId, address, expiresAt })
  return { personId, token: await newLink(tx, { workspaceId, personId }) }
}

/** A secret that is kept nowhere but in its letter; what is stored is its hash. */
export async function newLink(tx: Tx, of: { workspaceId: string; personId: string }): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await store.insertLink(tx, { ...of, tokenHash: hashOf(token) })
  return token
}

export const byToken = (db: Database, token: string, now: Date) => store.byHash(db, hashOf(token), now)

/** The document somebody was asked about by a letter, while their link opens it. */
export async function visitOf(db: Database, viewer: Viewer, now: Date): Promise<Visit | null> {
  const visit = await store.visitOf(db, viewer, now)
  if (!visit) return null
  return {
    to: visit.editionId === null ? 'draft' : 'edition',
    async opens(subject, id) {
      switch (subject) {
        case 'edition':
          return id === visit.editionId
        // the draft itself, or only its pictures: the table of what is open to a visit tells them apart
        case 'narrative':
          return id === visit.narrativeId
        // whoever looks these up finds the threads they began
        case 'comment':
          return (await comments.one(db, viewer, id)) !== null
        default:
          return false
      }
    },
  }
}

export async function outsideLinks(_: unknown, { tx, workspaceId, now }: Call) {
  return ok(await store.openLinks(tx, { workspaceId }, now))
}

/** The link of somebody outside, for whoever asked them and for administrators. */
export async function whoseLink(personId: PersonId, call: Call) {
  const { tx, person } = call
  const link = await store.linkOf(tx, call, personId)
  if (!link) return refuse('not-found')
  if (link.by === person.id || person.role === 'administrator') return ok(link)
  return refuse((await rightsFor(tx, person, link.initiativeId)) ? 'not-yours-to-end' : 'not-found')
}

/** At once, on every channel (A3). */
export async function endLink({ personId }: In['endLink'], call: Call) {
  const { tx, workspaceId, now } = call
  const link = await whoseLink(personId, call)
  if (!link.ok) return link
  await store.endLink(tx, call, personId, now)
  await peopleStore.leaves(tx, workspaceId, personId)
  await tell(call, { type: 'person.left', aggregate: personId, personId })
  return ok(undefined)
}

/** What is open to the guests of a request ends; whoever may still come in comes back by themselves. */
export async function askAgain(requestId: FeedbackRequestId, call: Call): Promise<void> {
  for (const personId of await store.guestsOf(call.tx, call, requestId))
    await tell(call, { type: 'permission.changed', aggregate: personId, personId })
}

/** A timer waits no longer; who watches comes back, and is asked again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** `changed` first and whenever somebody has answered them; ends when their link does. */
export async function* watchVisit(
  context: RequestContext,
  signal: AbortSignal | undefined,
  notFound: () => Error,
): AsyncGenerator<'changed', void, void> {
  const { services } = context
  const viewer = signedIn(context)
  const visit = await store.visitOf(services.db, viewer, services.now())
  if (!visit) throw notFound()
  const left = visit.expiresAt.getTime() - services.now().getTime()
  const over = AbortSignal.timeout(Math.min(left, LONGEST_TIMER_MS))
  const news = subscribe<CommentNews>(
    narrativeTopic(visit.narrativeId),
    signal ? AbortSignal.any([signal, over]) : over,
  )
  const isTheirs = async (id: CommentId | null) =>
    id === null || (await comments.one(services.db, viewer, id)) !== null
  try {
    yield 'changed'
    for await (const { commentId } of news) {
      if (!(await store.visitOf(services.db, viewer, services.now()))) return
      if (await isTheirs(commentId)) yield 'changed'
    }
  } finally {
    await news.return?.()
  }
}
