import type { Contract } from '@foreword/core/contract'
import type { PersonId } from '@foreword/core/ids'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { readEnv } from '../env.ts'
import { type StartOptions, startServer } from '../start.ts'
import { freshDatabase } from './database.ts'

export type Client = ContractRouterClient<Contract>
export interface Colleague {
  id: PersonId
  name: string
  api: Client
  /** The Cookie header of their browser, for what is not an operation: files, sockets, forms. */
  cookie: () => string
}

/** Everybody's. */
export const PASSWORD = 'a few plain words'

/** A real server on a fresh database, with its first administrator; `join` brings a colleague in by invitation. */
export async function openCompany({
  logTo,
  smtpUrl,
  clock = 'stands',
}: Pick<StartOptions, 'logTo'> & {
  smtpUrl?: string
  /** Whether the server's clock goes on by itself between what `wait` moves it by. */
  clock?: 'stands' | 'runs'
} = {}) {
  const database = await freshDatabase()
  const env = { ...readEnv({ DATABASE_URL: database.url }), port: 0 }
  let time = new Date('2027-03-01T09:00:00Z').getTime()
  const begun = performance.now()
  const now = () => Math.floor(clock === 'runs' ? time + performance.now() - begun : time)
  const options = {
    tell: () => {},
    now: () => new Date(now()),
    webFolder: '/nowhere',
    ...(logTo && { logTo }),
  }
  const start = () => startServer(env, options)
  let server = await start()
  env.port = Number(new URL(server.url).port)
  if (smtpUrl) {
    // what a letter leads to has a port only now
    Object.assign(env, { smtpUrl, publicUrl: server.url })
    await server.close()
    server = await start()
  }

  async function enter(name: string, open: (api: Client, credentials: Credentials) => Promise<unknown>) {
    const jar = new Map<string, string>()
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const api = clientOf(server.url, jar, cookie)
    const email = `${name.toLowerCase()}@example.com`
    await open(api, { name, email, password: PASSWORD })
    const me = await api.people.me()
    if (!me) throw new Error(`${name} is not signed in`)
    return { id: me.person.id, name: me.person.name, api, cookie } satisfies Colleague
  }

  const ines = await enter('Ines', (api, who) => api.people.setUp({ ...who, company: 'Tidewatch' }))
  return {
    ines,
    async join(name: string) {
      const { link } = await ines.api.people.invite({})
      const token = link.split('/').at(-1) ?? ''
      return enter(name, (api, who) => api.people.accept({ ...who, token }))
    },
    /** Somebody from outside, by the link that a facilitator made for them. */
    guest(link: string) {
      const token = link.split('/').at(-1) ?? ''
      return enter('Guest', (api) => api.meetings.enterAsGuest({ token }))
    },
    /** What the server's clock shows. */
    now,
    /** Somebody without an account, by the link in the letter that asks them for feedback. */
    outsider(link: string) {
      const token = link.split('/').at(-1) ?? ''
      return enter('Outsider', (api) => api.feedback.openLink({ token }))
    },
    /** Moves the server's clock. */
    wait(ms: number) {
      time += ms
    },
    /** Stops the server and starts it again at the same address, on the same database. */
    async restart() {
      await server.close()
      server = await start()
    },
    /** A second one beside it, on the same database, as where there are several nodes. */
    another: () => startServer({ ...env, port: 0 }, options),
    db: database.db,
    pool: database.pool,
    url: server.url,
    async close() {
      await server.close()
      await database.close()
    },
  }
}

interface Credentials {
  name: string
  email: string
  password: string
}

/** A browser's client: what the server sets is kept in the jar, and sent back by `cookie`. */
export function clientOf(url: string, jar: Map<string, string>, cookie: () => string): Client {
  return createORPCClient(
    new RPCLink({
      url: `${url}/rpc`,
      headers: { 'x-foreword': '1' },
      async fetch(request, init, { signal }) {
        const asked = new Request(request, init)
        asked.headers.set('cookie', cookie())
        // given by itself: the signal of a request in between is forgotten with it, and the stop of a stream with that
        const answer = await fetch(asked, signal ? { signal } : {})
        for (const cookie of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/)
          jar.set(name, value)
        }
        return answer
      },
    }),
  )
}

/** The name of the refusal an act ran into, or what it gave if it did not. */
export async function refusal(act: Promise<unknown>): Promise<unknown> {
  try {
    return await act
  } catch (error) {
    if (error instanceof ORPCError) return error.code
    throw error
  }
}
