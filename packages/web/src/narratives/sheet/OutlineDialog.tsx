import './outline.css'
import type { ContentsPlace } from '@foreword/document/outline'
import type { KeyboardEvent } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { OutlineList, type OutlinePart } from './OutlineList.tsx'

interface Props {
  parts: readonly OutlinePart[]
  pageOf: (block: string) => number | undefined
  place: ContentsPlace | null
  onGo: (block: string) => void
  onClose: () => void
}

/** The whole outline: from the line at the foot, by key, and where there is no room for it beside the sheet. */
export function OutlineDialog({ onGo, onClose, ...shown }: Props) {
  return (
    <Dialog title="Outline" open onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a short way between its buttons */}
      <div ref={focusHere} onKeyDown={stepBetween}>
        <OutlineList
          {...shown}
          shows="all"
          onGo={(block) => {
            onClose()
            afterClosing(() => onGo(block))
          }}
        />
      </div>
    </Dialog>
  )
}

/** The dialog hands the focus back in the frame after it has gone; what is gone to takes it after that. */
function afterClosing(go: () => void) {
  requestAnimationFrame(() => {
    if (document.querySelector('[role="dialog"]')) afterClosing(go)
    else requestAnimationFrame(() => requestAnimationFrame(go))
  })
}

function focusHere(list: HTMLElement | null) {
  const here = list?.querySelector<HTMLElement>('[aria-current]') ?? list?.querySelector('button')
  here?.focus()
  here?.scrollIntoView({ block: 'center' })
}

function stepBetween(event: KeyboardEvent<HTMLElement>) {
  const all = [...event.currentTarget.querySelectorAll('button')]
  const at = all.findIndex((each) => each === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  all[Math.max(0, Math.min(to, all.length - 1))]?.focus()
}
