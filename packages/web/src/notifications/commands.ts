import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const notificationsCommands: readonly Command[] = [
  {
    id: 'news.open',
    title: 'Read the news',
    group: 'Go to',
    words: 'notifications inbox what happened comments',
    keys: 'g n',
    run: paths.news(),
  },
]
