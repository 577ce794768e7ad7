import type { House } from './house.ts'

/**
 * One kind of thing that the product acknowledges: edits of a draft, and whatever else answers "done" over HTTP or a
 * socket. It keeps doing it while processes are killed, and remembers what it was told is done. Add a file that makes
 * one, and its line in `witnesses` (torture/run.ts): questions, meeting events, decisions.
 */
export type Witness = {
  /** As the table names it: "edits". */
  name: string
  begin(house: House): Promise<Testimony>
}

export type Testimony = {
  /** How much has been attempted and acknowledged so far. */
  count(): { attempted: number; acknowledged: number }
  /**
   * Which of what had been acknowledged at the time of the call is not in the database, one line each. It reads the
   * database by itself: an app that still remembers what the disk has lost must not help.
   */
  missing(): Promise<string[]>
  /** After a restart: goes on until all that was attempted is acknowledged, then stops. */
  finish(): Promise<void>
  /** Stops at once. */
  abandon(): Promise<void>
}
