import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const narrativesCommands: readonly Command[] = [
  {
    id: 'narratives.templates',
    title: 'See the templates',
    group: 'Go to',
    words: 'kinds of document parts guidance',
    run: paths.templates(),
  },
]
