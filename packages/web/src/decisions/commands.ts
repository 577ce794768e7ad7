import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const decisionsCommands: readonly Command[] = [
  {
    id: 'decisions.open',
    title: 'See the decisions',
    group: 'Go to',
    words: 'record log funded parked set aside',
    keys: 'g c',
    run: paths.decisions(),
  },
]
