/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const WelcomePage = () => import('./WelcomePage.tsx').then((module) => module.WelcomePage)
export const SignInPage = () => import('./SignInPage.tsx').then((module) => module.SignInPage)
export const JoinPage = () => import('./JoinPage.tsx').then((module) => module.JoinPage)
export const StopLettersPage = () => import('./StopLettersPage.tsx').then((module) => module.StopLettersPage)
export const StartPage = () => import('../start/StartPage.tsx').then((module) => module.StartPage)
export const PeoplePage = () => import('./PeoplePage.tsx').then((module) => module.PeoplePage)
export const SettingsPage = () => import('./SettingsPage.tsx').then((module) => module.SettingsPage)
export const SessionsPage = () => import('./SessionsPage.tsx').then((module) => module.SessionsPage)
