import { read } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import { documents } from './documents.ts'

export function searchRoutes(os: Os) {
  return { documents: os.search.documents.handler(read(documents)) }
}
