import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Everybody of the sample company has this password; it guards nothing but the sample. */
export const samplePassword = 'a plain sample password'
const address = (role: string) => `${role.toLowerCase()}@sample.example`

const folder = fileURLToPath(new URL('../../document/fixtures/', import.meta.url))
const HALF_AN_HOUR_MS = 1_800_000

/**
 * Fills an empty Foreword with a sample company, through the same operations a company would use: ideas in several
 * stages, documents, an edition, a meeting about to start, decisions. Returns the lines to print; a company that is
 * there already stays as it is.
 */
export async function fillSample(url: string, code: string | null): Promise<string[]> {
  const { done } = await send(url, 'GET', '/setup')
  if (!done) await fill(url, code)
  return [
    `Sign in as ${address('author')}, ${address('engineer')} or ${address('finance')}: ${samplePassword}`,
  ]
}

async function fill(url: string, code: string | null) {
  const author = await person(url, '/setup', 'Author', {
    company: 'The sample company',
    ...(code && { code }),
  })
  const join = async (role: string, functionalArea: string) => {
    const { link } = await author.post('/invitations', { functionalArea })
    return person(url, link, role)
  }
  const engineer = await join('Engineer', 'engineering')
  const finance = await join('Finance', 'finance')

  await author.post('/guide/duplicate', {})
  await author.post('/initiatives', { name: 'A box of seed arrives the week the soil is warm enough' })
  const asked = await author.post('/initiatives', {
    name: 'Ferry crews see at midnight who is short tomorrow',
  })
  await author.patch(`/initiatives/${asked.id}/answers`, {
    version: 0,
    patch: {
      question: 'customer',
      fields: {
        who: 'The duty manager of a ferry line with three boats',
        time: 'At midnight, six hours before the first sailing',
        place: 'At home, with the roster on a phone',
        situation: 'Two of the crew have called in sick',
        words: 'I ring eleven people to find one.',
      },
    },
  })

  const rosters = await author.bring('quillfern-rosters.md')
  await author.post(`/narratives/${rosters.narrativeId}/editions`, { name: 'For the finance team' })

  const returns = await author.bring('tidewater-returns.md')
  await author.patch(`/initiatives/${returns.initiativeId}/answers`, {
    version: 0,
    patch: {
      question: 'customer',
      fields: {
        who: 'Somebody who ordered two sizes and keeps one',
        time: 'On the evening the parcel came',
        place: 'At the kitchen table',
        situation: 'No printer in the house, and the shop asks for a printed label',
        words: 'I would rather keep shoes that pinch than look for a printer again.',
      },
    },
  })
  const edition = await author.post(`/narratives/${returns.narrativeId}/editions`, {})
  await author.post(`/initiatives/${returns.initiativeId}/meetings`, {
    editionId: edition.id,
    key: randomUUID(),
    purpose: 'decide',
    startsAt: new Date(Date.now() + HALF_AN_HOUR_MS).toISOString(),
    place: 'The long table',
    readingMinutes: 10,
    discussionMinutes: 20,
    whyNow: 'The lease of the second warehouse ends in March.',
    attendees: [
      { personId: author.id, roles: ['facilitator', 'author', 'reader'] },
      { personId: engineer.id, roles: ['note-taker', 'deputy', 'reader'] },
      { personId: finance.id, roles: ['decider', 'reader'] },
    ],
  })

  const gauges = await author.bring('brackwater-gauges.md')
  const frozen = await author.post(`/narratives/${gauges.narrativeId}/editions`, {})
  await author.post(`/initiatives/${gauges.initiativeId}/decisions`, {
    editionId: frozen.id,
    decider: finance.id,
    outcome: {
      name: 'investigate',
      task: 'Compare the gauges with two winters of flood records',
      owner: engineer.id,
      due: dayIn(60),
      cost: { minor: 1_800_000, currency: 'USD' },
    },
    because: 'the loss is real on the days we can count, and we cannot yet count most of them',
    door: 'two-way',
    dissent: [
      {
        personId: engineer.id,
        because: 'Three gauges of eleven were down in the worst week.',
        whatWouldChangeMyMind: 'The same comparison without those three.',
        commits: true,
      },
    ],
  })
  const kiosk = await author.post('/initiatives', { name: 'A kiosk that prints the label for them' })
  await author.post(`/initiatives/${kiosk.id}/decisions`, {
    decider: finance.id,
    outcome: { name: 'set-aside', reason: 'not-different' },
    because: 'the corner shop prints it for nothing',
  })
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Somebody of the sample company who has just come in, and what they may send. */
async function person(url: string, path: string, role: string, more: object = {}) {
  const cookies: string[] = []
  const credentials = { name: `Sample ${role}`, email: address(role), password: samplePassword, ...more }
  const me = await send(url, 'POST', path, { body: credentials, cookies })
  const id: string = me.person.id
  return {
    id,
    post: (to: string, body: object) => send(url, 'POST', to, { body, cookies }),
    patch: (to: string, body: object) => send(url, 'PATCH', to, { body, cookies }),
    async bring(name: string) {
      const form = new FormData()
      form.set('file', new File([await readFile(folder + name)], name))
      return send(url, 'POST', '/imports', { form, cookies })
    },
  }
}

// the answers' shapes are the contract's; a field that is not there fails the next request by name
// biome-ignore lint/suspicious/noExplicitAny: read once each, right where it came in
type Answer = any

async function send(
  url: string,
  method: string,
  path: string,
  { body, form, cookies = [] }: { body?: object; form?: FormData; cookies?: string[] } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(form && { body: form }),
  })
  for (const cookie of answer.headers.getSetCookie()) cookies.push(cookie.split(';', 1)[0] ?? '')
  if (!answer.ok) throw new Error(`the sample could not be made: ${path} answered ${await answer.text()}`)
  return answer.json()
}
