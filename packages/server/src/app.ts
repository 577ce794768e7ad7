import { contract } from '@foreword/core/contract'
import { LARGEST_EVIDENCE_FILE_BYTES } from '@foreword/core/evidence/file'
import { evidenceRefusals } from '@foreword/core/evidence/refusals'
import { LARGEST_PICTURE_BYTES } from '@foreword/core/narratives/asset'
import { LARGEST_WORD_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import { narrativeRefusals } from '@foreword/core/narratives/refusals'
import { permissions, suffices } from '@foreword/core/people/permissions'
import { defaultSettings } from '@foreword/core/people/workspace'
import { ok, type Result, refuse } from '@foreword/core/result'
import { SCHEMA_VERSION } from '@foreword/document/schema'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { RPCHandler } from '@orpc/server/fetch'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Pool } from 'pg'
import { decisionRoutes } from './decisions/routes.ts'
import { rightOnDecision } from './decisions/store.ts'
import { openErasing } from './evidence/erasing.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { createFileReader } from './formats/reader.ts'
import type { RequestContext, Viewer } from './http/call.ts'
import { gathered } from './http/gathered.ts'
import { checkPermissions, type RightFinders } from './http/guard.ts'
import { once } from './http/later.ts'
import { createOs } from './http/os.ts'
import { createSaidBefore } from './http/said-before.ts'
import { isOurHost, isOurOrigin, securityHeaders } from './http/security.ts'
import type { Services } from './http/services.ts'
import type { Accept } from './http/sockets.ts'
import { serveWeb } from './http/static.ts'
import { createStreams } from './http/streams.ts'
import { addresseeOf } from './initiatives/addressee.ts'
import { openComebacks } from './initiatives/comeback.ts'
import { initiativeReactions } from './initiatives/reactions.ts'
import { initiativeRoutes } from './initiatives/routes.ts'
import { rightsFor, together } from './initiatives/visibility.ts'
import { openCollab } from './live/collab.ts'
import type { Admission } from './live/collab-session.ts'
import { openPost } from './mail/post-office.ts'
import { assistantRoutes } from './meetings/assistant-routes.ts'
import { createDisplayDoor } from './meetings/display.ts'
import { predictionRoutes } from './meetings/prediction-routes.ts'
import { meetingReactions } from './meetings/reactions.ts'
import { openMeetings } from './meetings/routes.ts'
import { rightsOnMeeting } from './meetings/store.ts'
import { assumptionReaction } from './narratives/assumption-reaction.ts'
import { caretColour } from './narratives/carets.ts'
import { createDraftChecker } from './narratives/checks.ts'
import { faqReaction } from './narratives/faq-reaction.ts'
import { createLayouts } from './narratives/layouts.ts'
import { pagesWith } from './narratives/pages.ts'
import { narrativeRoutes } from './narratives/routes.ts'
import { rightOnNarrative, rightsOnEdition } from './narratives/store.ts'
import { followTitles } from './narratives/titles.ts'
import { notificationRoutes } from './notifications/routes.ts'
import type { EventType, Heard, Reaction } from './outbox/events.ts'
import { createEntrance } from './people/entrance.ts'
import { groupRoutes } from './people/groups/routes.ts'
import type { Identity } from './people/identity.ts'
import { peopleRoutes } from './people/routes.ts'
import { activePeopleBySession, theWorkspace, timeZoneOf } from './people/store.ts'
import { feedbackRoutes } from './reviews/feedback/routes.ts'
import { iterationRoutes } from './reviews/iterations/routes.ts'
import { rightOnNote } from './reviews/notes-store.ts'
import { questionRoutes } from './reviews/question-routes.ts'
import { rightOnQuestion } from './reviews/questions-store.ts'
import { reviewReactions } from './reviews/reactions.ts'
import { commentRoutes } from './reviews/routes.ts'
import { rightOnComment } from './reviews/store.ts'
import { createKeeper } from './search/keep.ts'
import { searchRoutes } from './search/routes.ts'
import { openObjectStore } from './storage/object-store.ts'
import { transferRoutes } from './transfer/routes.ts'
import { returnReaction } from './transfer/settle-return.ts'
import { createTypesetService } from './typeset/typeset.ts'

const BODY_LIMIT_BYTES = 4 * 1024 * 1024
/** A picture of the largest size, and what a form puts around it; a larger one is refused by its own name. */
const PICTURE_LIMIT_BYTES = LARGEST_PICTURE_BYTES + 1024 * 1024
const takesPictures = /^\/(?:rpc\/narratives\/uploadAsset|api\/narratives\/[^/]+\/assets)$/
const EVIDENCE_LIMIT_BYTES = LARGEST_EVIDENCE_FILE_BYTES + 1024 * 1024
const takesEvidence = /^\/(?:rpc\/evidence\/addFile|api\/initiatives\/[^/]+\/evidence\/[^/]+\/files)$/
/** A Word file with its pictures, and the form it comes in. */
const FILE_LIMIT_BYTES = LARGEST_WORD_FILE_BYTES + 1024 * 1024
const takesFile =
  /^\/(?:rpc\/(?:narratives\/(?:bring|importInto)|transfer\/(?:previewWord|bringBack))|api\/imports|api\/initiatives\/[^/]+\/imports|api\/narratives\/[^/]+\/word(?:\/preview)?)$/

export interface AppOptions {
  services: Services
  identity: Identity
  /** Drafts are logged through it directly, many edits to one commit. */
  pool: Pool
  /** Whether the database answers now. */
  healthy: () => Promise<boolean>
  setupCode: string | null
  /** The built web app; absent in tests of the server alone. */
  webFolder?: string | undefined
}

const AS_JSON = { 'content-type': 'application/json' }

/** The whole house as one value: this file alone knows every noun. */
export function createApp({ services, identity, pool, healthy, setupCode, webFolder }: AppOptions) {
  const finders: RightFinders = {
    display: createDisplayDoor(services),
    exportNeeds: async (db) => ((await theWorkspace(db))?.settings ?? defaultSettings).exportNeeds,
    visitOf: async (db, viewer, now) =>
      (await (await import('./meetings/guests.ts')).visitOf(db, viewer)) ??
      (await (await import('./reviews/feedback/outside.ts')).visitOf(db, viewer, now)),
    initiative: rightsFor,
    narrative: rightOnNarrative,
    edition: together(rightsOnEdition),
    comment: rightOnComment,
    question: rightOnQuestion,
    note: rightOnNote,
    meeting: together(rightsOnMeeting),
    decision: rightOnDecision,
  }
  const warn = (message: string, error: unknown) => services.log.warn({ error }, message)
  const typeset = createTypesetService()
  const store = services.env.assetsUrl === undefined ? null : openObjectStore(services.env.assetsUrl)
  const reader = createFileReader()
  const collab = openCollab({
    pool,
    schemaVersion: SCHEMA_VERSION,
    now: services.now,
    warn,
    authorise: mayWrite,
    allowsOrigin: ({ headers }) =>
      isOurHost(headers.host, services.env) && isOurOrigin(headers.origin, headers.host, services.env),
    edited(narrativeId) {
      layouts.edited(narrativeId)
      checker.edited(narrativeId)
    },
    changed: (narrativeId) =>
      void followTitle(narrativeId)
        .then(() => keeper.draftChanged(narrativeId))
        .catch((error) => warn('the title or the words of a draft were not followed', error)),
  })
  const layouts = createLayouts({
    db: services.db,
    collab,
    typeset,
    failed: (error) => warn('a draft was not laid out', error),
  })
  const checker = createDraftChecker({
    db: services.db,
    collab,
    layouts,
    now: services.now,
    failed: (error) => warn('a draft was not checked', error),
  })
  const followTitle = followTitles({ db: services.db, collab })
  const keeper = createKeeper({ db: services.db, collab, now: services.now })
  const os = createOs(finders)
  const entrance = createEntrance(identity)
  const meetings = openMeetings(os, services, entrance)
  const router = os.router({
    people: peopleRoutes(os, { setupCode, entrance }),
    groups: groupRoutes(os),
    initiatives: initiativeRoutes(os),
    evidence: evidenceRoutes(os, store),
    narratives: narrativeRoutes(os, {
      press: { collab, typeset, pool, store },
      layouts,
      checker,
      reader,
      pages: pagesWith({ db: services.db, collab, typeset }),
    }),
    reviews: {
      ...commentRoutes(os, collab),
      ...questionRoutes(os),
      postQuestion: meetings.routes.postQuestion,
    },
    feedback: feedbackRoutes(os, entrance),
    iterations: iterationRoutes(os, collab),
    decisions: decisionRoutes(os),
    meetings: meetings.routes.meetings,
    assistants: { ...assistantRoutes(os), ...meetings.routes.assistants },
    predictions: predictionRoutes(os),
    search: searchRoutes(os),
    notifications: notificationRoutes(os),
    transfer: transferRoutes(os, { collab, typeset, reader, store }),
  })
  checkPermissions(contract, permissions)

  const streams = createStreams()
  async function rightsChanged(personId: string) {
    streams.endOf(personId)
    await collab.permissionChanged({ personId })
  }
  const comebacks = openComebacks(services)
  const erasing = openErasing(services, store)
  const post = openPost(services, {
    writers: once(async () => [
      (await import('./initiatives/letters.ts')).initiativeLetters,
      (await import('./evidence/letters.ts')).assumptionLetters,
      (await import('./meetings/letters.ts')).meetingLetters,
      (await import('./reviews/feedback/letters.ts')).feedbackLetters,
    ]),
    addresseeOf,
    timeZoneOf,
  })
  const reactions: Reaction[] = [
    // first, because it must bite within a second (A3)
    async (event) => {
      if (event.type !== 'permission.changed' && event.type !== 'person.left') return
      await rightsChanged(event.personId)
    },
    initiativeReactions(services.db, services.now),
    reviewReactions({ db: services.db, collab }),
    faqReaction({ db: services.db, collab }),
    assumptionReaction({ db: services.db, checker }),
    returnReaction({ db: services.db, collab }),
    meetingReactions(services.db),
    keeper.reaction,
    ...(post ? [post.reaction] : []),
  ]

  const asRpc = createSaidBefore((json) => JSON.stringify({ json }))
  const asRest = createSaidBefore(JSON.stringify)
  const rpc = new RPCHandler(router, { clientInterceptors: [asRpc.written] })
  const rest = new OpenAPIHandler(router, { clientInterceptors: [asRest.written] })
  const sockets = new SocketHandler(router)
  const openApi = once(describeApi)

  const bySession = gathered((tokens: readonly string[]) => activePeopleBySession(services.db, tokens))
  async function viewerOf(headers: Headers): Promise<Viewer | null> {
    const token = await identity.sessionToken(headers)
    const person = token && (await bySession(token))
    if (!person) return null
    const { id, workspaceId, name, role, sessionId } = person
    return { id, workspaceId, name, role, sessionId }
  }

  /** What a person may do in a draft: whoever reads it sees it grow, whoever writes in it writes. */
  async function mayWrite(request: Request, narrativeId: string): Promise<Result<Admission, string>> {
    const viewer = await viewerOf(request.headers)
    if (!viewer) return refuse('not-signed-in')
    if (viewer.role === 'guest') return refuse('not-found')
    const right = await rightOnNarrative(services.db, viewer, narrativeId)
    if (!right) return refuse('not-found')
    const { id: personId, name } = viewer
    return ok({ personId, name, colour: caretColour(personId), mayEdit: suffices(right, 'edit') })
  }

  const headers = securityHeaders(services.env)
  const app = new Hono()

  app.use(async (c, next) => {
    if (!isOurHost(c.req.header('host'), services.env))
      return c.json(
        wrong('wrong-host', `Foreword does not answer to this name. Use its address, or set PUBLIC_URL.`),
        421,
      )
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (changes && !isOurOrigin(c.req.header('origin'), c.req.header('host'), services.env))
      return c.json(
        wrong('wrong-origin', 'The request came from another site, so nothing was done.', 403),
        403,
      )
    await next()
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })

  app.get('/healthz', async (c) =>
    (await healthy())
      ? c.json({ status: 'ok' })
      : c.json({ status: 'unavailable', message: 'The database does not answer.' }, 503),
  )
  app.get('/api/openapi.json', async (c) => c.json(await openApi()))

  const limitOf = (bytes: number, code: string, message: string) =>
    bodyLimit({ maxSize: bytes, onError: (c) => c.json(wrong(code, message, 413), 413) })
  const words = limitOf(
    BODY_LIMIT_BYTES,
    'too-large',
    'More than 4 MB was sent. Send less, nothing was kept.',
  )
  const pictures = limitOf(
    PICTURE_LIMIT_BYTES,
    'picture-too-large',
    narrativeRefusals['picture-too-large'].message,
  )
  const evidenceFiles = limitOf(
    EVIDENCE_LIMIT_BYTES,
    'file-too-large',
    evidenceRefusals['file-too-large'].message,
  )
  const files = limitOf(
    FILE_LIMIT_BYTES,
    'too-large',
    'More than 21 MB was sent. Send less, nothing was kept.',
  )
  const limit: MiddlewareHandler = (c, next) => {
    if (takesPictures.test(c.req.path)) return pictures(c, next)
    if (takesEvidence.test(c.req.path)) return evidenceFiles(c, next)
    return takesFile.test(c.req.path) ? files(c, next) : words(c, next)
  }
  const handle =
    (handler: typeof rpc | typeof rest, prefix: '/rpc' | '/api' | undefined) => async (c: Context) => {
      const responseHeaders = new Headers()
      const context: RequestContext = {
        services,
        viewer: await viewerOf(c.req.raw.headers),
        headers: c.req.raw.headers,
        responseHeaders,
        address: addressOf(c),
      }
      const { matched, response } = await handler.handle(c.req.raw, { ...(prefix && { prefix }), context })
      if (!matched) return c.json(wrong('not-found', `There is no operation at ${c.req.path}.`, 404), 404)
      const said = (handler === rpc ? asRpc : asRest).text(context)
      const body = context.viewer ? streams.during(context.viewer.id, response) : response.body
      const answer = said === undefined ? c.newResponse(body, response) : c.body(said, 200, AS_JSON)
      for (const cookie of responseHeaders.getSetCookie()) answer.headers.append('set-cookie', cookie)
      // an operation may know better than that nothing is kept and nothing more is forbidden
      for (const name of ['cache-control', 'content-security-policy', 'content-disposition']) {
        const own = responseHeaders.get(name)
        if (own !== null && answer.ok) answer.headers.set(name, own)
      }
      if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store')
      return answer
    }
  app.all('/rpc/*', limit, handle(rpc, '/rpc'))
  app.all('/api/*', limit, handle(rest, '/api'))
  // one address for the page and for a mail program's own button (RFC 8058), which posts where the page stands
  app.post('/letters/stop/*', limit, handle(rest, undefined))
  if (webFolder) serveWeb(app, webFolder)

  const socketPaths: Record<string, Accept> = {
    '/live': (socket, request, viewer) => {
      const context = {
        services,
        viewer,
        headers: new Headers({ cookie: request.headers.cookie ?? '' }),
        address: request.socket.remoteAddress ?? 'unknown',
      }
      void sockets.upgrade(socket, { context })
    },
  }

  return {
    app,
    viewerOf,
    socketPaths,
    /** What every noun does when it hears an event. */
    async react(event: Heard<EventType>) {
      const tried: PromiseSettledResult<void>[] = []
      // one that fails keeps the event for another try, and none of the others from hearing it now
      for (const reaction of reactions) tried.push(...(await Promise.allSettled([reaction(event)])))
      const failed = tried.find((each) => each.status === 'rejected')
      if (failed) throw failed.reason
    },
    /** A3: what is open for a person ends, so that coming back asks again. */
    rightsChanged,
    /** Arms the deadlines of running meetings, those too that passed while nobody ran (R3). */
    async begin() {
      await meetings.begin()
      await comebacks.begin()
      await erasing.begin()
      post?.begin()
      void keeper.begin().catch((error) => warn('what was written last is not found yet', error))
    },
    /** Answers the upgrades of co-editing, which has a door of its own; true when the request was for it. */
    handleUpgrade: collab.handleUpgrade,
    /** Waits until every edit is on disk. */
    async close() {
      meetings.close()
      comebacks.close()
      erasing.close()
      await post?.stop()
      layouts.close()
      checker.close()
      if (!(await collab.close())) services.log.error('edits were not on disk when Foreword stopped')
      reader.close()
      await typeset.close()
    },
  }
}
export type App = ReturnType<typeof createApp>

async function describeApi() {
  const { OpenAPIGenerator } = await import('@orpc/openapi')
  const { ZodToJsonSchemaConverter } = await import('@orpc/zod/zod4')
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: { title: 'Foreword', version: '1' },
    servers: [{ url: '/api' }],
  })
}

const wrong = (code: string, message: string, status = 421) => ({ code, status, message })

/** The socket's own address: a forwarded header could be anybody's word. */
function addressOf(c: Context): string {
  const incoming: unknown = Reflect.get(c.env ?? {}, 'incoming')
  const socket: unknown =
    incoming && typeof incoming === 'object' ? Reflect.get(incoming, 'socket') : undefined
  const address: unknown =
    socket && typeof socket === 'object' ? Reflect.get(socket, 'remoteAddress') : undefined
  return typeof address === 'string' ? address : 'unknown'
}
