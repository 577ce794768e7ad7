/** The one file that knows every noun's standing commands, in the order of the palette. It comes after the page. */
import { decisionsCommands } from './decisions/commands.ts'
import { deskCommands } from './desk/commands.ts'
import { initiativesCommands } from './initiatives/commands.ts'
import { meetingsCommands } from './meetings/commands.ts'
import { narrativesCommands } from './narratives/commands.ts'
import { notificationsCommands } from './notifications/commands.ts'
import { peopleCommands } from './people/commands.ts'
import { searchCommands } from './search/commands.ts'
import type { Command } from './shell/commands.ts'

export const commands: readonly Command[] = [
  ...deskCommands,
  ...initiativesCommands,
  ...meetingsCommands,
  ...decisionsCommands,
  ...narrativesCommands,
  ...searchCommands,
  ...notificationsCommands,
  ...peopleCommands,
]
