/*
 * Everything that can be done by name (Ctrl/Cmd-K) or by key. A noun gives its standing commands in a file of that
 * name; a page adds its own with `useCommands` while it stands.
 */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { go } from '../router.tsx'

export interface Command {
  id: string
  /** What the palette shows, beginning with a verb: “Invite somebody”. */
  title: string
  /** Where the palette and the sheet of shortcuts list it; the page's own come first. */
  group: string
  /** Other words one might type for it. */
  words?: string
  /** One key (`n`), or several after each other (`g d`). Not heard while one types in a field. */
  keys?: string
  /** Keys that the page itself hears, also while one types; parted by spaces: `Alt PageDown`. */
  shows?: string
  run: string | (() => void)
  /** Why it cannot be done now; it stays listed. */
  disabledReason?: string | undefined
}

const sets = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let standing: readonly Command[] = []
let all: readonly Command[] = []

function changed() {
  all = [...[...sets.values()].reverse().flat(), ...standing]
  for (const listener of listeners) listener()
}

/** Those that stand on every page; they come last whenever they came. */
export function setStanding(commands: readonly Command[]): () => void {
  standing = commands
  changed()
  return () => {
    standing = []
    changed()
  }
}

/** Adds commands until the function given back is called. Those added last come first. */
export function addCommands(commands: readonly Command[]): () => void {
  const set = Symbol('commands')
  sets.set(set, commands)
  changed()
  return () => {
    sets.delete(set)
    changed()
  }
}

export const allCommands = () => all

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useAllCommands = () => useSyncExternalStore(subscribe, allCommands)

/** Every word typed is somewhere in what the command is called, in any order. */
export const fits = (text: string, typed: string) =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word))

export function grouped(commands: readonly Command[]): [group: string, commands: Command[]][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups]
}

export function runCommand({ run, disabledReason }: Command) {
  if (disabledReason !== undefined) return
  if (typeof run === 'string') go(run)
  else run()
}

/** The standing command of that id, for a button that does the same. */
export function runNamed(id: string) {
  const command = all.find((each) => each.id === id)
  if (command) runCommand(command)
}

/** A page's commands for as long as it stands. They may be made anew at each render: what runs is the latest. */
export function useCommands(commands: readonly Command[]) {
  const latest = useEffectEvent((id: string) => {
    const command = commands.find((candidate) => candidate.id === id)
    if (command) runCommand(command)
  })
  const listed = JSON.stringify(commands.map(({ run: _, ...shown }) => shown))
  useEffect(() => {
    // parsed back from what we wrote in the line above
    const shown = JSON.parse(listed) as Omit<Command, 'run'>[]
    return addCommands(shown.map((command) => ({ ...command, run: () => latest(command.id) })))
  }, [listed])
}
