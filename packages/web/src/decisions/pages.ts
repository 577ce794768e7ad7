/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const DecisionsPage = () => import('./list/DecisionsPage.tsx').then((module) => module.DecisionsPage)
export const IdeaDecisionsPage = () =>
  import('./list/IdeaDecisionsPage.tsx').then((module) => module.IdeaDecisionsPage)
export const DecisionPage = () => import('./record/DecisionPage.tsx').then((module) => module.DecisionPage)
export const RecordDecisionPage = () =>
  import('./form/RecordDecisionPage.tsx').then((module) => module.RecordDecisionPage)
