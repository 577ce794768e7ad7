import { useEffect } from 'react'
import { commands } from '../commands.ts'
import { signOut } from '../people/me.ts'
import { setStanding } from './commands.ts'

/** What can be done from everywhere; drawn by nobody. */
export function StandingCommands() {
  useEffect(
    () =>
      setStanding([
        ...commands,
        {
          id: 'people.sign-out',
          title: 'Sign out',
          group: 'You',
          words: 'leave log out',
          run: () => void signOut(),
        },
      ]),
    [],
  )
  return null
}
