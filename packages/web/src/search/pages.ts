/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const SearchPage = () => import('./SearchPage.tsx').then((module) => module.SearchPage)
