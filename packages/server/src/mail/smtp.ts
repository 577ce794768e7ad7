import type { Env } from '../env.ts'
import { once } from '../http/later.ts'
import type { Letter } from './store.ts'

export interface Addressee {
  name: string
  address: string
}

/** Hands one letter to the mail server; resolves when that has taken it. */
export type Send = (letter: Letter, to: Addressee) => Promise<void>

export interface Mailing {
  /** Where letters come from, and what answers to them would reach. */
  from: Addressee
  /** Where its links lead. */
  origin: string
  send: Send
}

/** Shorter together than a letter is held for one try. */
const CONNECTED_WITHIN_MS = 15_000
const SILENT_FOR_MS = 30_000

/** Null when no mail server is named, or no address that a letter could lead to. */
export const mailingOf = ({ smtpUrl, publicUrl }: Env): Mailing | null =>
  smtpUrl !== undefined && publicUrl !== undefined ? openSmtp(smtpUrl, publicUrl) : null

/** The mail server of `SMTP_URL`. What speaks its language is loaded with the first letter. */
function openSmtp(smtpUrl: string, publicUrl: string): Mailing {
  const url = new URL(smtpUrl)
  const domain = new URL(publicUrl).hostname
  const user = decodeURIComponent(url.username)
  const address = url.searchParams.get('from') ?? (user.includes('@') ? user : `foreword@${domain}`)
  const from = { name: 'Foreword', address }
  const transport = once(async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport({
      host: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      secure: url.protocol === 'smtps:',
      ...(user !== '' && { auth: { user, pass: decodeURIComponent(url.password) } }),
      connectionTimeout: CONNECTED_WITHIN_MS,
      greetingTimeout: CONNECTED_WITHIN_MS,
      socketTimeout: SILENT_FOR_MS,
      // a letter is words; nothing in it may make the server read files or pages
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  })
  return {
    from,
    origin: publicUrl,
    async send(letter, to) {
      const { calendar, calendarMethod } = letter
      const stopAt = letter.stopToken === null ? null : `${publicUrl}/letters/stop/${letter.stopToken}`
      await (await transport()).sendMail({
        from,
        to,
        subject: letter.subject,
        text:
          stopAt === null ? letter.body : `${letter.body}\n-- \nNo more letters of this kind: ${stopAt}\n`,
        messageId: `<${letter.id}@${domain}>`,
        date: letter.createdAt,
        // no holiday answers
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          // RFC 8058: the mail program's own button, with one request
          ...(stopAt !== null && {
            'List-Unsubscribe': `<${stopAt}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
        ...(calendar !== null && {
          icalEvent: { method: calendarMethod ?? 'REQUEST', content: calendar, filename: 'meeting.ics' },
        }),
      })
    },
  }
}
