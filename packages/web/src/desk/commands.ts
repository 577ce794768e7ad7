import { paths } from '../paths.ts'
import type { Command } from '../shell/commands.ts'

export const deskCommands: readonly Command[] = [
  { id: 'desk.open', title: 'Go to your desk', group: 'Go to', keys: 'g d', run: paths.desk() },
]
