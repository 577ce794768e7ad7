import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'

/** Where there is no margin, what would stand in it comes up from the foot; the page stays where it is. */
export function FromBelow({
  label,
  onClose,
  children,
}: {
  label: string
  onClose?: () => void
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-40 mx-auto max-h-[70dvh] max-w-measure animate-rise overflow-y-auto px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      {children}
      {onClose && (
        <div className="mt-2 flex justify-center">
          <Button onClick={onClose}>Close</Button>
        </div>
      )}
    </section>
  )
}
