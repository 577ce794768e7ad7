import { lazy, Suspense, useEffect, useState } from 'react'
import { addCommands, allCommands } from './commands.ts'
import { keyListener } from './keys.ts'

const CommandPalette = lazy(() => import('./CommandPalette.tsx').then((m) => ({ default: m.CommandPalette })))
const Shortcuts = lazy(() => import('./Shortcuts.tsx').then((m) => ({ default: m.Shortcuts })))

type Open = 'none' | 'palette' | 'shortcuts'

/** The palette and the sheet of keys; neither is loaded before it is called for. */
export function Overlays() {
  const [open, setOpen] = useState<Open>('none')
  const close = () => setOpen('none')

  useEffect(() => {
    const withdraw = addCommands([
      {
        id: 'shell.palette',
        title: 'Find something to do',
        group: 'Anywhere',
        keys: '/',
        run: () => setOpen('palette'),
      },
      {
        id: 'shell.shortcuts',
        title: 'Show the keys',
        group: 'Anywhere',
        keys: '?',
        run: () => setOpen('shortcuts'),
      },
    ])
    const hear = keyListener(allCommands)
    const listen = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'k'
      ) {
        event.preventDefault()
        setOpen((now) => (now === 'palette' ? 'none' : 'palette'))
      } else hear(event)
    }
    window.addEventListener('keydown', listen)
    return () => {
      withdraw()
      window.removeEventListener('keydown', listen)
    }
  }, [])

  return (
    <Suspense>
      {open === 'palette' && <CommandPalette open onClose={close} />}
      {open === 'shortcuts' && <Shortcuts open onClose={close} />}
    </Suspense>
  )
}
