import { read } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'

export function searchRoutes(os: Os) {
  const documents = later(async () => (await import('./documents.ts')).documents)
  return { documents: os.search.documents.handler(read(documents)) }
}
