import { DrizzleQueryError } from 'drizzle-orm/errors'

/**
 * What the log keeps of an error. Never the values of a query, which may be somebody's sealed words or the hash of a
 * password: of a query that failed, what the database said of it.
 */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  if (error instanceof DrizzleQueryError)
    return error.cause ? loggable(error.cause) : { message: `Failed query: ${error.query}` }
  const { name, message, stack } = error
  return { name, message, ...('code' in error ? { code: error.code } : {}), stack }
}
