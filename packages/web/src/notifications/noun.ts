import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const notificationsNoun: Noun = {
  pages: [page(paths.news, async () => (await pages()).NewsPage())],
}
