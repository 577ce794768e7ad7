import { type Command, runCommand } from './commands.ts'

/** Keys pressed after each other belong together for this long. */
const CHORD_MS = 1_000

const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))

/** Gives back what to hand each keydown to; it runs the command whose keys have been pressed. */
export function keyListener(commands: () => readonly Command[]) {
  let pressed: string[] = []
  let at = 0
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Shift' || isTypedInto(event.target)) return
    // a dialog has the keyboard to itself
    if (document.querySelector('[role="dialog"], [role="alertdialog"], dialog[open]')) return
    if (event.timeStamp - at > CHORD_MS) pressed = []
    at = event.timeStamp
    pressed = [...pressed, event.key.toLowerCase()]
    const known = commands().filter((command) => command.keys !== undefined)
    const typed = () => pressed.join(' ')
    if (!known.some(({ keys }) => keys === typed() || keys?.startsWith(`${typed()} `)))
      pressed = [event.key.toLowerCase()]
    const command = known.find(({ keys }) => keys === typed())
    if (!command) return
    pressed = []
    event.preventDefault()
    runCommand(command)
  }
}
