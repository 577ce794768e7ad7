import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const initiativesNoun: Noun = {
  rail: { label: 'Ideas', href: paths.ideas() },
  pages: [
    page(paths.ideas, () => import('./IdeasPage.tsx').then(({ IdeasPage }) => IdeasPage)),
    page(paths.idea, () => import('./QuestionsPage.tsx').then(({ QuestionsPage }) => QuestionsPage)),
    page(paths.ideaActivity, () => import('./ActivityPage.tsx').then(({ ActivityPage }) => ActivityPage)),
  ],
}
