import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const meetingsCommands: readonly Command[] = [
  {
    id: 'meetings.open',
    title: 'See the meetings',
    group: 'Go to',
    words: 'room schedule calendar',
    keys: 'g m',
    run: paths.meetings(),
  },
]
