/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const NarrativePage = () => import('./NarrativePage.tsx').then((module) => module.NarrativePage)
export const TemplatesPage = () =>
  import('./templates/TemplatesPage.tsx').then((module) => module.TemplatesPage)
export const NewTemplatePage = () =>
  import('./templates/TemplatePage.tsx').then((module) => module.NewTemplatePage)
export const TemplatePage = () => import('./templates/TemplatePage.tsx').then((module) => module.TemplatePage)
export const ChangesPage = () => import('./changes/ChangesPage.tsx').then((module) => module.ChangesPage)
export const DraftChangesPage = () =>
  import('./changes/ChangesPage.tsx').then((module) => module.DraftChangesPage)
