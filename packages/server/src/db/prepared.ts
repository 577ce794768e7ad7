import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * Texts that are kept prepared, by every connection: what the stores ask again and again comes first. A list of another
 * length is another text, so there is no end to them.
 */
const MOST_TEXTS = 250
const LONGEST_TEXT = 8_000
const names = new Map<string, string>()

/**
 * Stands in a statement whose best plan depends on what is looked for: a plan for any words would read every row for
 * those that few have.
 */
export const PLANNED_FOR_ITS_VALUES = '/* planned for its values */'

function nameOf(text: string): string | undefined {
  if (text.includes(PLANNED_FOR_ITS_VALUES)) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_TEXTS || text.length > LONGEST_TEXT) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * A connection that lets the database prepare each statement with parameters once: who may see what is asked before
 * everything else, and planning that took several times as long as answering it.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the many shapes of `query` are passed on as they are
  override query(config: any, ...rest: any[]): any {
    const isStatement = typeof config === 'object' && typeof config.text === 'string'
    const [values] = rest
    const hasValues =
      isStatement && ((Array.isArray(values) && values.length > 0) || config.values?.length > 0)
    if (hasValues && config.name === undefined) config.name = nameOf(config.text)
    return super.query(config, ...rest)
  }
}
