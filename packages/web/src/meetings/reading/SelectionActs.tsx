import { useLayoutEffect, useRef } from 'react'
import type { EditionSelection } from '../../narratives/edition/EditionSheet.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Key } from '../../ui/Button.tsx'
import { useIsRehearsal } from '../room/demonstration.ts'
import type { OwnKind } from './outbox.ts'

interface Props {
  selection: EditionSelection
  onSay: (kind: OwnKind) => void
}

/** Over selected words: a note for oneself, or a question. On a touch screen at the foot, where no handle is in the way. */
export function SelectionActs({ selection, onSay }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  // who rehearses has nobody to ask
  const kinds: OwnKind[] = useIsRehearsal() ? ['note'] : ['note', 'question']
  useCommands([
    {
      id: 'selection.note',
      title: 'Note on these words',
      group: 'Selected words',
      keys: 'n',
      run: () => onSay('note'),
    },
    ...(kinds.includes('question')
      ? [
          {
            id: 'selection.question',
            title: 'Ask about these words',
            group: 'Selected words',
            keys: 'q',
            run: () => onSay('question'),
          },
        ]
      : []),
  ])
  useLayoutEffect(() => {
    const element = bar.current
    const sheet = element?.offsetParent
    // fixed at the foot on a touch screen, it has no such parent and is placed by style
    if (!element || !(sheet instanceof HTMLElement)) return
    const { top, left, width, height } = selection.box
    const room = sheet.clientWidth - element.offsetWidth - 8
    element.style.left = `${Math.max(8, Math.min(room, left + Math.min(width, 360) / 2 - element.offsetWidth / 2))}px`
    // above the words, or below them where the edge of the screen is too near
    const above = top - element.offsetHeight - 8
    const isHidden = sheet.getBoundingClientRect().top + above < 40
    element.style.top = `${isHidden ? top + height + 8 : above}px`
  }, [selection])
  return (
    <div ref={bar} role="toolbar" aria-label="The selected words" className="selection-acts">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          // the selection must outlive the press
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onSay(kind)}
        >
          {kind === 'note' ? 'Note' : 'Question'}
          <span aria-hidden="true">
            <Key onAccent>{kind === 'note' ? 'N' : 'Q'}</Key>
          </span>
        </button>
      ))}
    </div>
  )
}
