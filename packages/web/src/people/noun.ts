import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const peopleNoun: Noun = {
  pages: [
    page(paths.welcome, () => import('./WelcomePage.tsx').then(({ WelcomePage }) => WelcomePage), 'outside'),
    page(paths.signIn, () => import('./SignInPage.tsx').then(({ SignInPage }) => SignInPage), 'outside'),
    page(paths.join, () => import('./JoinPage.tsx').then(({ JoinPage }) => JoinPage), 'outside'),
    page(paths.start, () => import('../start/StartPage.tsx').then(({ StartPage }) => StartPage)),
    page(paths.people, () => import('./PeoplePage.tsx').then(({ PeoplePage }) => PeoplePage)),
    page(paths.settings, () => import('./SettingsPage.tsx').then(({ SettingsPage }) => SettingsPage)),
    page(paths.sessions, () => import('./SessionsPage.tsx').then(({ SessionsPage }) => SessionsPage)),
  ],
  commands: [
    {
      id: 'people.open',
      title: 'See everybody here',
      group: 'Go to',
      words: 'people invite colleagues',
      keys: 'g p',
      run: paths.people(),
    },
    {
      id: 'people.settings',
      title: 'Open the settings',
      group: 'Go to',
      words: 'company principles areas paper',
      run: paths.settings(),
    },
    {
      id: 'people.sessions',
      title: 'See where you are signed in',
      group: 'Go to',
      words: 'sessions devices',
      run: paths.sessions(),
    },
  ],
}
