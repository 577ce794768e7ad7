import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const deskNoun: Noun = {
  rail: { label: 'Desk', href: paths.desk() },
  pages: [page(paths.desk, () => import('./DeskPage.tsx').then(({ DeskPage }) => DeskPage))],
}
