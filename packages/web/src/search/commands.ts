import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const searchCommands: readonly Command[] = [
  {
    id: 'search.open',
    title: 'Search documents',
    group: 'Go to',
    words: 'find words text ideas',
    keys: 'g s',
    run: paths.search(),
  },
]
