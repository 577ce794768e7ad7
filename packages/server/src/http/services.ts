import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { Env } from '../env.ts'
import type { Mailing } from '../mail/smtp.ts'
import type { Outbox } from '../outbox/outbox.ts'

/** What the house offers to every noun. Nouns that need more are handed it by `app.ts`. */
export interface Services {
  env: Env
  db: Database
  outbox: Outbox
  /** Null: no mail server is set up, and nobody is written to. */
  mailing: Mailing | null
  log: Logger
  now: () => Date
}
