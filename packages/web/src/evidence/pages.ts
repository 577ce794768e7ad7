/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const AssumptionsPage = () =>
  import('./assumptions/AssumptionsPage.tsx').then((module) => module.AssumptionsPage)
export const EvidencePage = () => import('./EvidencePage.tsx').then((module) => module.EvidencePage)
export const StudiesPage = () => import('./studies/StudiesPage.tsx').then((module) => module.StudiesPage)
export const QuestionsPage = () => import('./QuestionsPage.tsx').then((module) => module.QuestionsPage)
