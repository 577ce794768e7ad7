import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { openCompany } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
}, 60_000)
afterAll(() => company?.close())

/** A request as no browser of ours would send it: fetch does not let a Host or an Origin be chosen. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { port } = new URL(company.url)
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const { method = 'GET', headers = {}, body } = options
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
            headers: answer.headers,
          }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

/** 101 when the socket opens, or the status it was refused with. */
function open(path: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${company.url.replace('http', 'ws')}${path}`, { headers })
  return new Promise<number>((resolve) => {
    socket.on('open', () => {
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0))
    socket.on('error', () => resolve(0))
  })
}

test('A page of another site changes nothing: its origin is refused before any operation', async () => {
  const cookie = company.ines.cookie()
  const body = JSON.stringify({})
  const foreign = { origin: 'http://evil.example', cookie, 'content-type': 'text/plain' }
  const answer = await ask('/api/invitations', { method: 'POST', headers: foreign, body })
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'wrong-origin'])
  expect(await company.ines.api.people.invitations()).toEqual([])
})

test('A name that another site made resolve to this address is not answered (DNS rebinding)', async () => {
  const answer = await ask('/api/me', { headers: { host: 'evil.example', cookie: company.ines.cookie() } })
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([421, 'wrong-host'])
})

test.each(['/live', '/collab'])(
  'A socket at %s opens for a signed-in person from our own page alone',
  async (path) => {
    const cookie = company.ines.cookie()
    const ours = company.url
    expect(await open(path, { cookie, origin: ours })).toBe(101)
    expect(await open(path, { cookie, origin: 'http://evil.example' })).toBe(403)
  },
)

test('A live socket without a session is refused', async () => {
  expect(await open('/live', { origin: company.url })).toBe(401)
})

test('Every answer forbids scripts and styles that are not ours', async () => {
  const { headers } = await ask('/api/setup')
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test.each([
  ['no JSON at all', 'PUT IT IN'],
  ['JSON of the wrong shape', '[1,2,3]'],
  ['nested a thousand deep', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['a prototype', '{"__proto__":{"email":"a@example.com"},"constructor":1}'],
])('A5: %s is refused in the one shape there is', async (_, body) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await ask('/api/session', { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body)).toMatchObject({
    status: 400,
    code: expect.any(String),
    message: expect.any(String),
  })
})

test('A5: more than four megabytes are refused before they are read whole', async () => {
  const body = JSON.stringify({ email: 'a'.repeat(5 * 1024 * 1024) })
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  const answer = await ask('/api/session', { method: 'POST', headers, body })
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, 'too-large'])
})

test('A4: whoever leaves the company is out at once, on open sockets too', async () => {
  const leaver = await company.join('Leaver')
  const socket = new WebSocket(`${company.url.replace('http', 'ws')}/live`, {
    headers: { cookie: leaver.cookie(), origin: company.url },
  })
  await new Promise((resolve) => socket.on('open', resolve))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const asked = performance.now()
  await company.ines.api.people.remove({ personId: leaver.id })
  expect(await closed).toBe(4403)
  expect(performance.now() - asked).toBeLessThan(1000)
  expect(await leaver.api.people.me()).toBeNull()
})

test('A3: a live answer over plain HTTP ends with the rights it was opened with', async () => {
  const leaver = await company.join('Streamer')
  const initiative = await company.ines.api.initiatives.create({ name: 'Tide tables' })
  const answer = await fetch(`${company.url}/api/initiatives/${initiative.id}/live`, {
    headers: { cookie: leaver.cookie() },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body?.getReader() ?? expect.fail('no body')
  await reader.read()
  const ended = (async () => {
    try {
      while (!(await reader.read()).done);
    } catch {
      // cut off is ended too
    }
    return performance.now()
  })()
  const asked = performance.now()
  await company.ines.api.people.remove({ personId: leaver.id })
  expect((await ended) - asked).toBeLessThan(1000)
})

test('A3: a socket that does not answer its closing is cut, so nothing more is done through it', async () => {
  const leaver = await company.join('Stubborn')
  const socket = new WebSocket(`${company.url.replace('http', 'ws')}/live`, {
    headers: { cookie: leaver.cookie(), origin: company.url },
  })
  await new Promise((resolve) => socket.on('open', resolve))
  // a client that reads nothing never sees the closing frame; the cut reaches the server's side
  socket.pause()
  const asked = performance.now()
  await company.ines.api.people.remove({ personId: leaver.id })
  await new Promise((resolve) => setTimeout(resolve, 800))
  socket.resume()
  await new Promise((resolve) => socket.on('close', resolve))
  expect(performance.now() - asked).toBeLessThan(2000)
})

test('Signing out closes what was opened with the session', async () => {
  const omar = await company.join('Omar')
  const socket = new WebSocket(`${company.url.replace('http', 'ws')}/live`, {
    headers: { cookie: omar.cookie(), origin: company.url },
  })
  await new Promise((resolve) => socket.on('open', resolve))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await omar.api.people.signOut()
  expect(await closed).toBe(4403)
})

test.each([
  ['/live', 'not a message'],
  ['/live', '{"i":1}'],
  ['/live', Buffer.from([0xff, 0x00, 0xff])],
  ['/collab?schema=1', Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
  ['/collab?schema=1', 'text where bytes belong'],
  ['/collab?schema=1', Buffer.alloc(0)],
])('Bytes that mean nothing on %s end nothing but themselves', async (path, bytes) => {
  const socket = new WebSocket(`${company.url.replace('http', 'ws')}${path}`, {
    headers: { cookie: company.ines.cookie(), origin: company.url },
  })
  await new Promise((resolve) => socket.on('open', resolve))
  socket.on('error', () => {})
  socket.send(bytes)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.close()
  expect((await company.ines.api.people.me())?.person.name).toBe('Ines')
})

test('Ten wrong passwords in a row, and the eleventh try waits', async () => {
  const attempt = async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ email: 'ines@example.com', password: 'not it at all' })
    return JSON.parse((await ask('/api/session', { method: 'POST', headers, body })).body).code
  }
  const codes = []
  for (let tries = 0; tries < 11; tries++) codes.push(await attempt())
  expect(new Set(codes.slice(0, 10))).toEqual(new Set(['wrong-credentials']))
  expect(codes[10]).toBe('too-many-attempts')
})
