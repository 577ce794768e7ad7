import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  type EditionSelection,
  EditionSheet,
  type EditionSheetHandle,
} from '../../narratives/edition/EditionSheet.tsx'
import type { EditionMark } from '../../narratives/edition/runs.ts'
import { Loading } from '../../ui/Empty.tsx'
import { Composer } from '../reading/Composer.tsx'
import { FromBelow } from '../reading/FromBelow.tsx'
import type { OwnKind } from '../reading/outbox.ts'
import { SelectionActs } from '../reading/SelectionActs.tsx'
import { useOwn } from '../reading/useOwn.ts'
import { useWriting } from '../reading/writing.ts'
import { useRoomNow } from '../room/context.ts'
import { useHeldPage } from '../room/held.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import type { SelectedLines } from './line.ts'
import { byLine, isOpen } from './queue.ts'
import { TooLate } from './TooLate.tsx'

interface Props {
  phase: PhaseOf<'discussion'>
  shown: RoomQuestion | null
  onShow: (id: QuestionId) => void
  /** A line that somebody wants to see, now. */
  goTo: number | null
  onSeen: () => void
  /** Told on which lines words are selected. */
  selected: RefObject<SelectedLines | null>
}

const none: never[] = []
/** All pages have theirs within two seconds, however many there are. */
const ARRIVE_WITHIN_MS = 1_500

/** The page everybody holds, with its questions in the margin where they were asked. */
export function QuestionPage({ phase, shown, onShow, goTo, onSeen, selected }: Props) {
  const { room, edition } = useRoomNow()
  const desk = useRef<HTMLElement>(null)
  const sheet = useRef<EditionSheetHandle>(null)
  const [selection, setSelection] = useState<EditionSelection | null>(null)
  const work = useOwn(none)
  const writing = useWriting()
  const { questions } = phase
  useHeldPage(desk, room.meetingId, edition !== undefined)

  // a room message is new at every change; what it says of the bubbles mostly is not
  const said = JSON.stringify(
    byLine(questions).map(({ line, page, questions: asked }) => ({
      line,
      page,
      ids: asked.map(({ id }) => id),
      open: asked.some(isOpen),
      here: asked.some(({ id }) => id === shown?.id),
    })),
  )
  const show = useRef(onShow)
  useEffect(() => {
    show.current = onShow
  })
  const step = Math.min(400, ARRIVE_WITHIN_MS / room.edition.pages)
  const bubbles = useCallback(
    (line: number) => {
      // parsed back from what is written above
      const all = JSON.parse(said) as {
        line: number
        page: number
        ids: QuestionId[]
        open: boolean
        here: boolean
      }[]
      const at = all.find((each) => each.line === line)
      const [first] = at?.ids ?? []
      if (!at || first === undefined) return null
      const count = at.ids.length
      return (
        <button
          type="button"
          className="bubble"
          // the page it is on says when it arrives; `style` takes names of its own
          style={{ '--arrives': `${Math.round((at.page - 1) * step)}ms` } as React.CSSProperties}
          aria-label={`${count} ${count === 1 ? 'question' : 'questions'} on line ${line}`}
          aria-current={at.here || undefined}
          data-ended={!at.open}
          onClick={() => show.current(first)}
        >
          {count}
        </button>
      )
    },
    [said, step],
  )
  const marks = useMemo(() => (shown ? marksOf(shown) : none), [shown])

  const line = shown?.anchor?.line
  const isFirst = useRef(true)
  useEffect(() => {
    // the page one holds is not pulled away at the reveal; from then on it follows the room
    if (!isFirst.current && line !== undefined) sheet.current?.scrollToLine(line)
    isFirst.current = false
  }, [line])
  const seen = useEffectEvent(onSeen)
  useEffect(() => {
    if (goTo === null) return
    sheet.current?.scrollToLine(goTo)
    seen()
  }, [goTo])

  const letGo = () => {
    selected.current = null
    setSelection(null)
    sheet.current?.clearSelection()
  }
  const select = (next: EditionSelection | null) => {
    selected.current = next && { line: next.line, lastLine: next.lastLine, letGo }
    setSelection(next)
  }
  const begin = (kind: OwnKind) => {
    if (!selection) return
    const { blockId, from, to, quote, page, line, lastLine } = selection
    writing.begin(kind, { blockId, from, to, quote, page, line, lastLine })
    letGo()
  }
  const words = writing.said
  return (
    <section ref={desk} className="talk-page" aria-label="The edition">
      <div className="talk-page-in">
        {edition ? (
          <EditionSheet ref={sheet} edition={edition} marks={marks} margin={bubbles} onSelect={select}>
            {selection && !words && <SelectionActs selection={selection} onSay={begin} />}
          </EditionSheet>
        ) : (
          <Loading what="Bringing the pages" />
        )}
      </div>
      {!words && <TooLate work={work} />}
      {words && (
        <FromBelow label="Writing">
          <Composer
            said={words}
            sealed={false}
            onChange={writing.change}
            onSay={() => {
              work.say({ ...words, text: words.text.trim() })
              writing.done()
            }}
            onCancel={writing.cancel}
          />
        </FromBelow>
      )}
    </section>
  )
}

/** What it is about, and what answers it. */
function marksOf({ id, anchor, state }: RoomQuestion): EditionMark[] {
  const on = state.name === 'answered-in-the-document' ? state.on : null
  return [
    ...(anchor ? [{ ...anchor, id, tone: 'mark' as const, label: 'The question at hand' }] : []),
    ...(on ? [{ ...on, id: `answer ${id}`, tone: 'mark' as const, label: 'What answers it' }] : []),
  ]
}
