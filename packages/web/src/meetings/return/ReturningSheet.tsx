import type { CoverSheet } from '@foreword/core/meetings/returning'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { ChangeBars } from '../../narratives/changed/ChangeBars.tsx'
import { useChangedLines } from '../../narratives/changed/useChangedLines.ts'
import { useChangeSteps } from '../../narratives/changed/useChangeSteps.ts'
import { bringIntoView } from '../../narratives/sheet/bring-into-view.ts'
import { useCommands } from '../../shell/commands.ts'
import { ReadingSheet } from '../reading/ReadingSheet.tsx'
import { useRoomNow } from '../room/context.ts'
import { Cover } from './Cover.tsx'

type Props = ComponentProps<typeof ReadingSheet> & { cover: CoverSheet }

/** The silent reading of those who have met before: the cover sheet, then the pages with a bar at what changed. */
export function ReturningSheet({ cover, ...reading }: Props) {
  const { room } = useRoomNow()
  const { since } = cover
  const isCompared = since.isSameDocument && since.edition.id !== room.edition.id
  const changes = useChangedLines(room.edition.id, isCompared ? since.edition.id : undefined) ?? []
  const sheet = useRef<HTMLDivElement>(null)
  const [wentAt, setWentAt] = useState<number | null>(null)
  useLeaving(wentAt, () => setWentAt(null))

  const show = (line: number) => {
    const edition = sheet.current?.querySelector<HTMLElement>('.edition')
    // arrow keys go on from here, and a screen reader reads on
    edition?.focus({ preventScroll: true })
    bringIntoView(edition?.querySelector(`[data-line="${line}"]`), 'center')
  }
  const back = () => {
    const top = sheet.current?.querySelector<HTMLElement>('#cover-sheet')
    setWentAt(null)
    top?.focus({ preventScroll: true })
    if (wentAt === null) bringIntoView(top, 'start')
    else window.scrollTo({ top: wentAt, behavior: 'instant' })
  }
  const group = 'The pages'
  const { said } = useChangeSteps({ changes, since: since.edition.number, group, onGo: show })
  useCommands([{ id: 'return.cover', title: 'Back to the cover sheet', group, keys: 'u', run: back }])
  return (
    <div ref={sheet}>
      <ReadingSheet
        {...reading}
        head={
          <div className="reading-cover">
            <Cover
              cover={cover}
              onGo={(line) => {
                setWentAt(window.scrollY)
                show(line)
              }}
            />
          </div>
        }
        over={<ChangeBars changes={changes} />}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      {wentAt !== null && (
        <button
          type="button"
          className="fixed bottom-16 left-4 z-20 rounded bg-panel px-3 py-1.5 text-small text-accent shadow-float pointer-coarse:min-h-11"
          onClick={back}
        >
          Back to the cover sheet
        </button>
      )}
    </div>
  )
}

/** Whoever reads on from where they went needs no way back any more. */
function useLeaving(wentAt: number | null, onLeft: () => void) {
  const left = useRef(onLeft)
  useEffect(() => {
    left.current = onLeft
  })
  useEffect(() => {
    if (wentAt === null) return
    let landed: number | null = null
    const settle = () => {
      landed ??= window.scrollY
    }
    const look = () => {
      if (landed !== null && Math.abs(window.scrollY - landed) > window.innerHeight) left.current()
    }
    window.addEventListener('scrollend', settle)
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      window.removeEventListener('scrollend', settle)
      window.removeEventListener('scroll', look)
    }
  }, [wentAt])
}
