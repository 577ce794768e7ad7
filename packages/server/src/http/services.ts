import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { Env } from '../env.ts'
import type { Outbox } from '../outbox/outbox.ts'

/** What the house offers to every noun. Nouns that need more are handed it by `app.ts`. */
export interface Services {
  env: Env
  db: Database
  outbox: Outbox
  log: Logger
  now: () => Date
}
