import { createHash } from 'node:crypto'
import { post } from './homes.ts'
import type { House } from './house.ts'

/** A room in which people are reading, and who asks to get in. */
export type Room = {
  cookie: string | undefined
  initiativeId: string
  meetingId: string
  personId: string
}

/** A frozen document of the company that is there already, and who may meet on it. */
export type Edition = Omit<Room, 'meetingId'> & { editionId: string }

export async function editionIn(house: House, cookie: string | undefined): Promise<Edition> {
  const me = await read(house, '/api/me', cookie)
  const personId: string = me.person.id
  const file = new FormData()
  file.set('file', new File(['# A room that outlives its server\n\nIt keeps what it was told.\n'], 'room.md'))
  const brought = await fetch(`${house.origin}/api/imports`, {
    method: 'POST',
    headers: cookie === undefined ? {} : { cookie },
    body: file,
  })
  const { initiativeId, narrativeId } = await jsonOf(brought)
  const edition = await jsonOf(await post(house, `/api/narratives/${narrativeId}/editions`, {}, cookie))
  return { cookie, initiativeId, personId, editionId: edition.id }
}

/** A meeting on it, to decide, of one person who has every role. */
export async function scheduledIn(
  house: House,
  { cookie, initiativeId, editionId, personId }: Edition,
  name: string,
): Promise<string> {
  const plan = {
    editionId,
    key: uuidOf(`schedule ${name}`),
    purpose: 'decide',
    startsAt: new Date().toISOString(),
    readingMinutes: 60,
    discussionMinutes: 60,
    whyNow: 'The season starts in three weeks.',
    attendees: [{ personId, roles: ['facilitator', 'author', 'decider', 'reader'] }],
  }
  const path = `/api/initiatives/${initiativeId}/meetings`
  return (await jsonOf(await post(house, path, plan, cookie))).room.meetingId
}

/** A meeting whose silent reading has begun. */
export async function roomIn(house: House, cookie: string | undefined): Promise<Room> {
  const edition = await editionIn(house, cookie)
  const { initiativeId, personId } = edition
  const meetingId = await scheduledIn(house, edition, 'room')
  await post(house, `/api/meetings/${meetingId}/join`, { key: uuidOf('join') }, cookie)
  await post(house, `/api/meetings/${meetingId}/start`, { key: uuidOf('start') }, cookie)
  return { cookie, initiativeId, meetingId, personId }
}

/** The same name gives the same key, so that what was sent can be found in the database. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function read(house: House, path: string, cookie: string | undefined) {
  return jsonOf(await fetch(`${house.origin}${path}`, { headers: cookie === undefined ? {} : { cookie } }))
}

// the answers' shapes are the contract's; a field that is not there fails the next request by name
// biome-ignore lint/suspicious/noExplicitAny: read once each, right where it came in
async function jsonOf(answer: Response): Promise<any> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
