import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

/** Drafts and editions themselves are opened by `reviews`, which puts what is said of them in their margin. */
export const narrativesNoun: Noun = {
  pages: [
    page(paths.narrative, async () => (await pages()).NarrativePage()),
    page(paths.templates, async () => (await pages()).TemplatesPage()),
    // before the one with a name in it
    page(paths.newTemplate, async () => (await pages()).NewTemplatePage()),
    page(paths.template, async () => (await pages()).TemplatePage()),
    page(paths.changes, async () => (await pages()).ChangesPage(), 'whole'),
    page(paths.draftChanges, async () => (await pages()).DraftChangesPage(), 'whole'),
  ],
}
