import type { RequestContext } from './call.ts'
import { createRecent } from './recent.ts'

/** Texts of some hundred kilobytes, so few of them. */
const MOST_KEPT = 8

/**
 * Answers that are sent again as the text they were: two hundred who open one edition would have it written out two
 * hundred times. Every answer was asked of the database for whoever gets it; kept is only how it is written. One for
 * each way of writing.
 */
export function createSaidBefore() {
  const kept = createRecent<string>(MOST_KEPT)
  // of this answer, for by the time it is sent others may have pushed it out
  const found = new WeakMap<RequestContext, string>()

  return {
    /** Around an operation: what is kept as text need not be written out. */
    async unwritten({ context, next }: { context: RequestContext; next: () => Promise<unknown> }) {
      const output = await next()
      const text = context.sameAs === undefined ? undefined : kept.get(context.sameAs)
      if (text === undefined) return output
      found.set(context, text)
      return undefined
    },
    /** The text to send; undefined of an answer that is no such one. */
    async text(context: RequestContext, response: Response): Promise<string | undefined> {
      if (context.sameAs === undefined || !response.ok) return undefined
      return found.get(context) ?? kept.put(context.sameAs, await response.text())
    },
  }
}
