/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const IdeasPage = () => import('./IdeasPage.tsx').then((module) => module.IdeasPage)
export const ActivityPage = () => import('./ActivityPage.tsx').then((module) => module.ActivityPage)
export const QuestionSetPage = () =>
  import('./question-set/QuestionSetPage.tsx').then((module) => module.QuestionSetPage)
