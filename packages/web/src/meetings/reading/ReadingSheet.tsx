import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import {
  type EditionSelection,
  EditionSheet,
  type EditionSheetHandle,
} from '../../narratives/edition/EditionSheet.tsx'
import type { EditionMark } from '../../narratives/edition/runs.ts'
import { type RoomNow, useRoomNow } from '../room/context.ts'
import { useHeldPage } from '../room/held.ts'
import { useLineTops } from '../room/lineTops.ts'
import { useHasMargin } from '../room/media.ts'
import { isUnderSeal, type PhaseOf } from '../room/phaseOf.ts'
import type { OwnKind } from './outbox.ts'
import { Composer, Foot, FromBelow, Margin, OwnCard, SelectionActs, WhyLate } from './parts.ts'
import type { OwnWork } from './useOwn.ts'
import type { useWriting } from './writing.ts'

interface Props {
  edition: NonNullable<RoomNow['edition']>
  phase: PhaseOf<'reading'> | PhaseOf<'reveal'>
  work: OwnWork
  writing: ReturnType<typeof useWriting>
  onFinish: () => void
  /** Reading once more after *Finished*. */
  onClose: (() => void) | undefined
  /** What stands before the first page, and over the pages, for those who have met before (R17). */
  head?: ReactNode
  over?: ReactNode
}

/** The edition in silence: words can be selected, and one's own stand beside them. */
export function ReadingSheet({ edition, phase, work, writing, onFinish, onClose, head, over }: Props) {
  const { room } = useRoomNow()
  const desk = useRef<HTMLDivElement>(null)
  const sheet = useRef<EditionSheetHandle>(null)
  const [selection, setSelection] = useState<EditionSelection | null>(null)
  const [openLine, setOpenLine] = useState<number | null>(null)
  const hasMargin = useHasMargin()
  useHeldPage(desk, room.meetingId, true)

  const { said } = writing
  const placed = work.items.filter(({ on }) => on !== null)
  const lines = [...new Set(placed.map(({ on }) => on?.line ?? 0))]
  const tops = useLineTops(desk, said?.on ? [...lines, said.on.line] : lines, true)
  const wanted = lines.join()
  const dots = useCallback(
    (line: number) =>
      wanted.split(',').includes(String(line)) && (
        <button
          type="button"
          className="own-dot"
          aria-label={`Your own on line ${line}`}
          onClick={() => setOpenLine(line)}
        />
      ),
    [wanted],
  )
  const marks = useMemo<EditionMark[]>(() => {
    const own = placed.flatMap(({ id, kind, on }) =>
      on
        ? [
            {
              id,
              blockId: on.blockId,
              from: on.from,
              to: on.to,
              tone: 'mine' as const,
              label: `Your ${kind}`,
            },
          ]
        : [],
    )
    return said?.on ? [...own, { ...said.on, id: 'writing', tone: 'mark' }] : own
  }, [placed, said])

  const begin = (kind: OwnKind) => {
    if (!selection) return
    const { blockId, from, to, quote, page, line, lastLine } = selection
    writing.begin(kind, { blockId, from, to, quote, page, line, lastLine })
    setSelection(null)
    sheet.current?.clearSelection()
  }
  const back = () => sheet.current?.focus()
  const composer = said && (
    <Composer
      said={said}
      sealed={isUnderSeal(phase)}
      onChange={writing.change}
      onSay={() => {
        work.say({ ...said, text: said.text.trim() })
        writing.done()
        back()
      }}
      onCancel={() => {
        writing.cancel()
        back()
      }}
    />
  )
  const atHand = said?.on != null
  const cards = [
    ...placed.map((own) => ({
      id: own.id,
      top: tops.get(own.on?.line ?? 0) ?? 0,
      content: <OwnCard own={own} work={work} sealed={isUnderSeal(phase)} />,
    })),
    // not before it is known where: it would come up at the head and take the page along
    ...(said?.on && hasMargin && tops.has(said.on.line)
      ? [{ id: 'writing', top: tops.get(said.on.line) ?? 0, content: composer }]
      : []),
  ]
  const onLine = placed.filter(({ on }) => on?.line === openLine)
  return (
    <div className="reading-desk">
      {phase.name === 'reading' && phase.late && <WhyLate phase={phase} onOver={onFinish} />}
      {head}
      <div ref={desk} className="reading-page">
        <EditionSheet
          ref={sheet}
          edition={edition}
          marks={marks}
          margin={dots}
          onSelect={setSelection}
          onMark={(id) => setOpenLine(placed.find((own) => own.id === id)?.on?.line ?? null)}
        >
          {selection && !said && <SelectionActs selection={selection} onSay={begin} />}
          {over}
        </EditionSheet>
        {hasMargin && (
          <div className="reading-margin">
            <Margin notes={cards} active={atHand ? 'writing' : null} label="Your notes and questions" />
          </div>
        )}
      </div>
      <Foot phase={phase} work={work} writing={writing} onFinish={onFinish} onClose={onClose} />
      {composer && !(atHand && hasMargin) && <FromBelow label="Writing">{composer}</FromBelow>}
      {!composer && !hasMargin && onLine.length > 0 && (
        <FromBelow label={`Your own on line ${openLine}`} onClose={() => setOpenLine(null)}>
          <div className="flex flex-col gap-4 rounded bg-sheet p-4 shadow-float">
            {onLine.map((own) => (
              <OwnCard key={own.id} own={own} work={work} sealed={isUnderSeal(phase)} />
            ))}
          </div>
        </FromBelow>
      )}
    </div>
  )
}
