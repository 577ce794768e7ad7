import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const initiativesCommands: readonly Command[] = [
  {
    id: 'ideas.open',
    title: 'See all ideas',
    group: 'Go to',
    words: 'initiatives list',
    keys: 'g i',
    run: paths.ideas(),
  },
  {
    id: 'ideas.questions',
    title: 'Reword the five questions',
    group: 'Go to',
    words: 'question set template thin rules',
    run: paths.questionSet(),
  },
]
