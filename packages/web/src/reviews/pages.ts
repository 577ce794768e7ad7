/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const OutsidePage = () =>
  import('./feedback/outside/OutsidePage.tsx').then((module) => module.OutsidePage)
export const FeedbackPage = () => import('./feedback/FeedbackPage.tsx').then((module) => module.FeedbackPage)
export const AskedPage = () => import('./ledger/AskedPage.tsx').then((module) => module.AskedPage)
