import type { Paper } from '@foreword/server/typeset/source'
import { UsageError } from '../usage.ts'

/** US Letter unless told otherwise, as in a new workspace. */
export function paperOf(name = 'letter'): Paper {
  if (name === 'letter' || name === 'a4') return name
  throw new UsageError(`There is no paper "${name}". There are: letter, a4.`)
}
