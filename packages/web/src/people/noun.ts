import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const peopleNoun: Noun = {
  pages: [
    page(paths.welcome, () => import('./WelcomePage.tsx').then(({ WelcomePage }) => WelcomePage), 'outside'),
    page(paths.signIn, () => import('./SignInPage.tsx').then(({ SignInPage }) => SignInPage), 'outside'),
    page(paths.join, () => import('./JoinPage.tsx').then(({ JoinPage }) => JoinPage), 'outside'),
    page(
      paths.stopLetters,
      () => import('./StopLettersPage.tsx').then(({ StopLettersPage }) => StopLettersPage),
      'outside',
    ),
    page(paths.start, () => import('../start/StartPage.tsx').then(({ StartPage }) => StartPage)),
    page(paths.people, () => import('./PeoplePage.tsx').then(({ PeoplePage }) => PeoplePage)),
    page(paths.settings, () => import('./SettingsPage.tsx').then(({ SettingsPage }) => SettingsPage)),
    page(paths.sessions, () => import('./SessionsPage.tsx').then(({ SessionsPage }) => SessionsPage)),
  ],
}
