import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const peopleNoun: Noun = {
  pages: [
    page(paths.welcome, async () => (await pages()).WelcomePage(), 'outside'),
    page(paths.signIn, async () => (await pages()).SignInPage(), 'outside'),
    page(paths.join, async () => (await pages()).JoinPage(), 'outside'),
    page(paths.stopLetters, async () => (await pages()).StopLettersPage(), 'outside'),
    page(paths.start, async () => (await pages()).StartPage()),
    page(paths.people, async () => (await pages()).PeoplePage()),
    page(paths.groups, async () => (await pages()).GroupsPage()),
    page(paths.group, async () => (await pages()).GroupPage()),
    page(paths.settings, async () => (await pages()).SettingsPage()),
    page(paths.sessions, async () => (await pages()).SessionsPage()),
  ],
}
