import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const reviewsNoun: Noun = {
  pages: [
    page(paths.read, async () => (await pages()).OutsidePage(), 'outside'),
    page(paths.ideaFeedback, async () => (await pages()).FeedbackPage()),
    page(paths.ideaAsked, async () => (await pages()).AskedPage()),
    page(paths.draft, () => import('./DraftPage.tsx').then(({ DraftPage }) => DraftPage), 'whole'),
    page(paths.edition, () => import('./EditionPage.tsx').then(({ EditionPage }) => EditionPage), 'whole'),
  ],
}
