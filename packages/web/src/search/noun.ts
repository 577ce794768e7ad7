import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const searchNoun: Noun = {
  pages: [page(paths.search, () => import('./SearchPage.tsx').then(({ SearchPage }) => SearchPage))],
}
