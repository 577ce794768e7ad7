import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

/** Drafts and editions themselves are opened by `reviews`, which puts what is said of them in their margin. */
export const narrativesNoun: Noun = {
  pages: [
    page(paths.narrative, () => import('./NarrativePage.tsx').then(({ NarrativePage }) => NarrativePage)),
    page(
      paths.changes,
      () => import('./changes/ChangesPage.tsx').then(({ ChangesPage }) => ChangesPage),
      'whole',
    ),
  ],
}
