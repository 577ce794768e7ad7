import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const initiativesNoun: Noun = {
  rail: { label: 'Ideas', href: paths.ideas() },
  pages: [
    page(paths.ideas, async () => (await pages()).IdeasPage()),
    page(paths.ideaActivity, async () => (await pages()).ActivityPage()),
    page(paths.questionSet, async () => (await pages()).QuestionSetPage()),
  ],
}
