import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const peopleCommands: readonly Command[] = [
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
]
