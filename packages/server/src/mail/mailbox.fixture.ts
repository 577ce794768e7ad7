import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Received {
  from: string
  to: string
  headers: Record<string, string>
  /** Each part's own headers and what it says. */
  parts: { type: string; text: string }[]
}

/** A mail server that takes everything, as one in use does, until it is told to refuse. */
export async function openMailbox() {
  const received: Received[] = []
  let refusing: { code: number; times: number; of: 'RCPT' | 'DATA' } | null = null

  function refusedAt(of: 'RCPT' | 'DATA'): Error | null {
    if (refusing?.of !== of || refusing.times === 0) return null
    refusing.times -= 1
    return Object.assign(new Error('not now'), { responseCode: refusing.code })
  }

  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, answer) =>
      username === 'post' && password === 'a secret'
        ? answer(null, { user: username })
        : answer(new Error('wrong password')),
    onRcptTo: (_, __, answer) => answer(refusedAt('RCPT')),
    async onData(stream, { envelope }, answer) {
      const raw = await buffer(stream)
      const error = refusedAt('DATA')
      if (error) return answer(error)
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      received.push(read(raw.toString('utf8'), from, envelope.rcptTo[0]?.address ?? ''))
      answer()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `smtp://post:a%20secret@127.0.0.1:${port}`,
    received,
    to: (address: string) => received.filter(({ to }) => to === address),
    refuse(next: NonNullable<typeof refusing>) {
      refusing = next
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export const calendarIn = ({ parts }: Received): string =>
  (parts.find(({ type }) => type.startsWith('text/calendar'))?.text ?? '').replace(/\r\n /g, '')

export const wordsOf = ({ parts }: Received): string =>
  parts.find(({ type }) => type.startsWith('text/plain'))?.text ?? ''

function read(raw: string, from: string, to: string): Received {
  const { headers } = splitOff(raw)
  return { from, to, headers, parts: partsOf(raw) }
}

function partsOf(raw: string): Received['parts'] {
  const { headers, body } = splitOff(raw)
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined)
    return [{ type, text: decoded(body, headers['content-transfer-encoding'] ?? '7bit') }]
  const inner = body.split(`--${boundary}`).slice(1, -1)
  return inner.flatMap((part) => partsOf(part.replace(/^\r\n/, '')))
}

function splitOff(raw: string) {
  const [, head = '', body = ''] = /^([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(raw) ?? []
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  return { headers, body }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
