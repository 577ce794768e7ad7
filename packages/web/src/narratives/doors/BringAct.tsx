import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Bringing } from './useBring.ts'

const BringDialog = lazy(() =>
  import('./BringDialog.tsx').then((loaded) => ({ default: loaded.BringDialog })),
)

interface Props {
  bringing: Bringing
  /** What opens the dialog; `said` is the error that only the page can show, for the dialog is closed. */
  children: (open: () => void, said: unknown) => ReactNode
}

/** The dialog in which a file is chosen or words are pasted, and what opens it. */
export function BringAct({ bringing, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [pasted, setPasted] = useState('')
  return (
    <>
      {children(() => setOpen(true), isOpen ? null : bringing.error)}
      <Suspense>
        {isOpen && (
          <BringDialog
            bringing={bringing}
            pasted={pasted}
            onPaste={setPasted}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
}
