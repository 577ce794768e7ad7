import { vi } from 'vitest'
import { type openMailbox, wordsOf } from '../../mail/mailbox.fixture.ts'

type Mailbox = Awaited<ReturnType<typeof openMailbox>>

/** The link in the `nth` letter to somebody without an account, once it has come. */
export function linkTo(mailbox: Mailbox, address: string, nth = 1): Promise<string> {
  return vi.waitFor(
    () => {
      const letter = mailbox.to(address)[nth - 1]
      const link = letter && /http\S+\/read\/\S+/.exec(wordsOf(letter))?.[0]
      if (!link) throw new Error(`letter ${nth} to ${address} has not come`)
      return link
    },
    { timeout: 10_000, interval: 50 },
  )
}
