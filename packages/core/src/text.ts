import * as z from 'zod'

/** One line a person typed: trimmed, not empty, `most` characters at most. */
export const line = (what: string, most = 200) =>
  z
    .string()
    .trim()
    .min(1, `${what} is empty: write a few words`)
    .max(most, `${what} is longer than ${most} characters: shorten it`)

/** Several lines a person typed; may be empty. */
export const prose = (what: string, most = 10_000) =>
  z.string().max(most, `${what} is longer than ${most} characters: shorten it`)
