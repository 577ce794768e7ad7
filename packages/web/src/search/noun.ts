import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const searchNoun: Noun = {
  pages: [page(paths.search, async () => (await pages()).SearchPage())],
}
