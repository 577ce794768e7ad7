import type { RequestContext } from './call.ts'
import { createRecent } from './recent.ts'

/** Texts of some hundred kilobytes, so few of them. */
const MOST_KEPT = 8

/**
 * Answers that are sent again as the text they were: two hundred who open one edition would have it written out two
 * hundred times. Every answer was asked of the database for whoever gets it; kept is only how it is written, which
 * `write` does of plain JSON as the handler would.
 */
export function createSaidBefore(write: (output: unknown) => string) {
  const kept = createRecent<string>(MOST_KEPT)
  const texts = new WeakMap<RequestContext, string>()

  return {
    /** Around an operation: what stands here as text is left for the handler to write out no more. */
    async written({ context, next }: { context: RequestContext; next: () => Promise<unknown> }) {
      const output = await next()
      const { sameAs } = context
      if (sameAs === undefined) return output
      texts.set(context, kept.get(sameAs) ?? kept.put(sameAs, write(output)))
      return undefined
    },
    /** The text to send; undefined of every other answer. */
    text: (context: RequestContext) => texts.get(context),
  }
}
