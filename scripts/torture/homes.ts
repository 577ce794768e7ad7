import type { House } from './house.ts'

/** Where witnesses find what they write to, and the way in. */
export type Home = {
  documentId: string
  schemaVersion: number
  /** The session's cookie; none where nobody signs in. */
  cookie?: string
}

/** The bare server knows nobody: a draft, open to whoever asks. */
export async function bareHome(house: House): Promise<Home> {
  const answer = await fetch(`${house.origin}/drafts`, { method: 'POST' })
  return { documentId: await answer.text(), schemaVersion: 1 }
}

/** The first visit to the whole app, then an idea with its narrative. */
export async function appHome(house: House): Promise<Home> {
  const { SCHEMA_VERSION } = await import('@foreword/document/schema')
  const visit = await post(house, '/api/setup', {
    name: 'Ada Tester',
    email: 'ada@company.example',
    password: 'a few words make a good one',
    company: 'Torture Limited',
  })
  const cookie = visit.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ')
  const idea = await created(
    await post(house, '/api/initiatives', { name: 'An idea that outlives its server' }, cookie),
  )
  const narrative = await created(
    await post(house, `/api/initiatives/${idea.id}/narratives`, { kind: 'pr-faq' }, cookie),
  )
  return { documentId: narrative.id, schemaVersion: SCHEMA_VERSION, cookie }
}

export async function post(
  house: House,
  path: string,
  body: unknown,
  cookie?: string,
  method: 'POST' | 'PATCH' = 'POST',
): Promise<Response> {
  const answer = await fetch(`${house.origin}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

async function created(answer: Response): Promise<{ id: string }> {
  const body: unknown = await answer.json()
  const found = idIn(body)
  if (found === undefined) throw new Error(`no id in ${JSON.stringify(body)}`)
  return { id: found }
}

/** An answer is the thing itself, or a page about it. */
function idIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if ('id' in body && typeof body.id === 'string') return body.id
  for (const inner of Object.values(body)) {
    const found = idIn(inner)
    if (found !== undefined) return found
  }
  return undefined
}

/** Node's WebSocket, signed in. */
export function socketWith(cookie: string | undefined): typeof WebSocket {
  if (cookie === undefined) return WebSocket
  return class extends WebSocket {
    constructor(url: string | URL) {
      // Node takes headers here; the type is the browser's
      super(url, { headers: { cookie } } as unknown as string[])
    }
  }
}
