import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

/** Drafts and editions themselves are opened by `reviews`, which puts what is said of them in their margin. */
export const narrativesNoun: Noun = {
  pages: [
    page(paths.narrative, () => import('./NarrativePage.tsx').then(({ NarrativePage }) => NarrativePage)),
    page(paths.templates, () =>
      import('./templates/TemplatesPage.tsx').then(({ TemplatesPage }) => TemplatesPage),
    ),
    // before the one with a name in it
    page(paths.newTemplate, () =>
      import('./templates/TemplatePage.tsx').then(({ NewTemplatePage }) => NewTemplatePage),
    ),
    page(paths.template, () =>
      import('./templates/TemplatePage.tsx').then(({ TemplatePage }) => TemplatePage),
    ),
    page(
      paths.changes,
      () => import('./changes/ChangesPage.tsx').then(({ ChangesPage }) => ChangesPage),
      'whole',
    ),
    page(
      paths.draftChanges,
      () => import('./changes/ChangesPage.tsx').then(({ DraftChangesPage }) => DraftChangesPage),
      'whole',
    ),
  ],
}
