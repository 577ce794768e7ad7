import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const reviewsNoun: Noun = {
  pages: [
    page(
      paths.read,
      () => import('./feedback/outside/OutsidePage.tsx').then(({ OutsidePage }) => OutsidePage),
      'outside',
    ),
    page(paths.ideaFeedback, () =>
      import('./feedback/FeedbackPage.tsx').then(({ FeedbackPage }) => FeedbackPage),
    ),
    page(paths.ideaAsked, () => import('./ledger/AskedPage.tsx').then(({ AskedPage }) => AskedPage)),
    page(paths.draft, () => import('./DraftPage.tsx').then(({ DraftPage }) => DraftPage), 'whole'),
    page(paths.edition, () => import('./EditionPage.tsx').then(({ EditionPage }) => EditionPage), 'whole'),
  ],
}
