import * as z from 'zod'

/** Milliseconds since the epoch, by the server's clock. */
export type Instant = number

/** A moment on the wire: ISO 8601 in UTC, `2027-03-01T09:00:00.000Z`. */
export const moment = z.iso.datetime({ error: 'not a date and time such as 2027-03-01T09:00:00.000Z' })

/** A calendar day on the wire: `2027-03-01`. */
export const day = z.iso.date({ error: 'not a date such as 2027-03-01' })

export const MINUTE_MS = 60_000
