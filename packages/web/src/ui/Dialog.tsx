/*
 * Opened by state, not by a trigger, so that a page may open it from a button, a key or the palette alike. Focus
 * goes to what has `autoFocus`, else to the dialog, and back to where it was.
 */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  /** Below the title: what this is about, in a sentence. */
  lead?: ReactNode
  width?: 'small' | 'wide'
  /** False while closing would lose something: the veil and Escape then do nothing. */
  dismissable?: boolean
  children: ReactNode
}

const widths = { small: 'sm:max-w-[30rem]', wide: 'sm:max-w-[44rem]' }

export function Dialog({ title, open, onClose, lead, width = 'small', dismissable = true, children }: Props) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className="dialog-veil fixed inset-0 z-50 flex animate-appear items-end justify-center overflow-y-auto bg-veil sm:items-start sm:px-4 sm:py-[10dvh]"
    >
      <Modal
        className={`w-full animate-rise rounded-t-large bg-sheet text-ink shadow-float sm:rounded-large ${widths[width]}`}
      >
        <AriaDialog className="max-h-[90dvh] overflow-y-auto px-5 py-5 outline-none sm:max-h-none sm:px-7 sm:py-6">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="font-text text-lead font-semibold">
              {title}
            </Heading>
            {dismissable && (
              <Button kind="bare" className="-mt-1 -mr-2.5 px-2.5" onClick={onClose}>
                Close
              </Button>
            )}
          </div>
          {lead && <p className="mt-1 text-ink-2">{lead}</p>}
          <div className="mt-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
