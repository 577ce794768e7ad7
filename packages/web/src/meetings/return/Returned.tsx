import type { CoverQuestion, CoverSheet } from '@foreword/core/meetings/returning'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'
import { textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { client } from '../../api.ts'
import { newKey } from '../../key.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal, whyNotNow } from '../room/act.tsx'
import { type RoomNow, useRoomNow } from '../room/context.ts'
import { useKept } from '../room/kept.ts'
import { useReasons } from '../room/reasons.ts'
import { untilSent } from '../room/repeated.ts'
import { Go } from './Go.tsx'
import { historyWords, placeOf } from './words.ts'

type OnGo = ((line: number) => void) | undefined

/** A question from before, with the lines of this edition that it comes down to. */
export function Returned({
  question,
  onGo,
  children,
}: {
  question: CoverQuestion
  onGo: OnGo
  children?: React.ReactNode
}) {
  const { name } = useRoomNow()
  const { says, lines } = placeOf(question)
  return (
    <li className="border-b border-rule py-5 last:border-0 last:pb-0">
      <p className="max-w-measure font-text text-lead wrap-break-word">{question.text}</p>
      <p className="mt-1 max-w-measure text-small text-ink-2">{historyWords(question, name)}</p>
      {lines === null && <p className="mt-1 max-w-measure text-small text-ink-2">{says}</p>}
      {lines && <Place says={says} lines={lines} onGo={onGo} />}
      {children}
    </li>
  )
}

interface PlaceProps {
  /** What the lines are. */
  says: string
  lines: { page: number; line: number; lastLine: number }
  onGo: OnGo
}

/** Lines of this edition: where they stand, and what they say. */
export function Place({ says, lines: { page, line, lastLine }, onGo }: PlaceProps) {
  return (
    <div className="mt-3">
      <p className="text-small text-ink-2">
        {says}:{' '}
        <Go page={page} line={line} onGo={onGo}>
          page {page}, {spokenLines({ line, lastLine })}
        </Go>
      </p>
      <Lines line={line} lastLine={lastLine} />
    </div>
  )
}

/** As many lines as one takes in at a glance; the rest stands where it stands. */
const MOST_LINES = 6

/** The typesetter's lines themselves, so that the answer is read where the question stands. */
function Lines({ line, lastLine }: { line: number; lastLine: number }) {
  const { edition } = useRoomNow()
  const rows = useMemo(() => (edition ? rowsOf(edition, line, lastLine) : []), [edition, line, lastLine])
  if (rows.length === 0) return null
  return (
    <blockquote className="mt-1.5 border-l-2 border-mark pl-3 font-text text-read">
      {rows.slice(0, MOST_LINES).map(({ line: number, text }) => (
        <p key={number} className="grid grid-cols-[2rem_minmax(0,1fr)]">
          <span aria-hidden="true" className="text-small text-ink-3 figures">
            {number}
          </span>
          <span className="wrap-break-word">{text}</span>
        </p>
      ))}
      {rows.length > MOST_LINES && (
        <p className="pl-8 text-small text-ink-3">and {rows.length - MOST_LINES} more</p>
      )}
    </blockquote>
  )
}

function rowsOf(edition: NonNullable<RoomNow['edition']>, first: number, last: number) {
  // the contract carries the document as loose JSON; it was checked against the schema when it was frozen
  const blocks = textBlocks(edition.document as unknown as DocumentJson)
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  const within = edition.lines.filter(({ line }) => line >= first && line <= last)
  // in a table several blocks share a line
  return [...Map.groupBy(within, ({ line }) => line)].map(([line, parts]) => ({
    line,
    text: parts.map(({ block, from, to }) => texts.get(block)?.slice(from, to).trim() ?? '').join(' · '),
  }))
}

/** One's own: whether it is answered is one's own to say, and nobody hears of it while the room reads. */
export function YourReturned({ question, onGo }: { question: CoverSheet['own'][number]; onGo: OnGo }) {
  const { said, press, isSending, disabledReason } = useSaying(question)
  return (
    <Returned question={question} onGo={onGo}>
      <fieldset
        className="mt-3.5 flex flex-wrap items-center gap-x-2 gap-y-1.5"
        aria-label={`Is it answered: ${question.text}`}
      >
        {([true, false] as const).map((accepted) => (
          <Button
            key={String(accepted)}
            aria-pressed={said === accepted}
            className="aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
            disabledReason={disabledReason}
            onClick={() => press(accepted)}
          >
            {accepted ? 'That answers it' : 'Not yet'}
          </Button>
        ))}
        <span role="status" className="text-small text-ink-3">
          {isSending ? 'Not sent yet.' : saidWords(said)}
        </span>
      </fieldset>
    </Returned>
  )
}

/**
 * What one says of an answer, shown at once and sent one after another: whoever changes their mind before it has
 * arrived is taken at their last word. It is kept on this computer until then, so that a reload with the line cut loses
 * nothing.
 */
function useSaying({ id, accepted }: CoverSheet['own'][number]) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const [pressed, setPressed, forget] = useKept<{ accepted: boolean | null } | null>(`return.${id}`, null)
  const [isSending, setSending] = useState(false)
  const wanted = useRef(pressed ? pressed.accepted : accepted)
  const sending = useRef(false)
  const said = pressed ? pressed.accepted : accepted

  async function send() {
    if (sending.current) return // it looks once more for what is wanted before it ends
    sending.current = true
    setSending(true)
    try {
      for (let sent: boolean | null | undefined; sent !== wanted.current; ) {
        const answer = wanted.current
        const key = newKey()
        await untilSent(() =>
          client.meetings.answerReturn({ meetingId, key, questionId: id, accepted: answer }),
        )
        sent = answer
      }
    } catch (error) {
      forget()
      tellRefusal(error)
    }
    sending.current = false
    setSending(false)
  }
  // what was said before a reload, and did not arrive
  const resume = useEffectEvent(() => {
    if (wanted.current !== accepted) void send()
  })
  useEffect(() => resume(), [])
  // the room's own word of it has come
  const hasArrived = pressed?.accepted === accepted && !isSending
  const settle = useEffectEvent(forget)
  useEffect(() => {
    if (hasArrived) settle()
  }, [hasArrived])

  useReasons()
  return {
    said,
    isSending,
    disabledReason: whyNotNow(room, 'answerReturn'),
    press(answer: boolean) {
      wanted.current = said === answer ? null : answer
      setPressed({ accepted: wanted.current })
      void send()
    },
  }
}

function saidWords(said: boolean | null): string {
  if (said === null) return ''
  return said ? 'Settled. Press again to take it back.' : 'The room takes it up when the questions open.'
}
