import type { MeetingId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { Edition } from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { ok } from '@foreword/core/result'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer, useState } from 'react'
import { api, standIn } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { serverNow, useServerClock } from '../room/clock.ts'
import { InMemoryProvider } from '../room/demonstration.ts'
import { keep, readKept } from '../room/kept.ts'
import { RoomPage } from '../room/RoomPage.tsx'
import { forget } from '../simulated/forget.ts'
import { standInFor } from '../simulated/stand-in.ts'
import { minutesWords } from '../words.ts'
import { Rehearsed } from './Rehearsed.tsx'
import { type Begun, Rehearsal, roomMinutes } from './rehearsal.ts'

/** R20: an author reads the frozen edition alone, in the very room, with its clock. */
export function RehearsalPage({ editionId }: { editionId: string }) {
  const { person } = useMe()
  useServerClock()
  const found = useQuery(
    api.narratives.edition.queryOptions({
      // the id comes out of the address; what is none the server refuses
      input: { editionId: editionId as Edition['id'] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const key = `foreword.rehearsal.${editionId}.${person.id}`
  const [begun, setBegun] = useState(() => readKept<Begun>(key))
  if (found.isError) return <CannotOpen error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Loading what="Bringing the pages" />
  const again = () => {
    if (begun) forget(begun.meetingId)
    keep(key, undefined)
    setBegun(undefined)
  }
  if (!begun) return <Before edition={found.data} onBegin={() => setBegun(beginning())} />
  return <Room edition={found.data} me={person} begun={begun} storage={key} onAgain={again} />
}

const beginning = (): Begun => ({
  // far from the ids of the guide and of its cast
  meetingId: idOfNothing(900_000_000_000 + Math.floor(Math.random() * 99_000_000_000)) as MeetingId,
  startedAt: serverNow(),
  seconds: [],
  finished: false,
})

function Before({ edition, onBegin }: { edition: Edition; onBegin: () => void }) {
  const { number, title } = edition
  return (
    <div className="mx-auto max-w-measure px-4 pt-16 pb-20 sm:pt-24">
      <title>{`Rehearse edition ${number}: ${title} · Foreword`}</title>
      <p className="text-ink-2">Rehearsal · edition {number}</p>
      <h1 className="mt-1 font-text text-display font-semibold wrap-break-word">{title}</h1>
      <p className="mt-4 font-text text-read">
        Read it as the room will: the same pages, in silence, with the clock of{' '}
        {minutesWords(roomMinutes(edition))} at the top edge. Notes you make are kept and are yours alone.
        Nobody is invited and nobody is told; at the end you see how long each page took you.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        <Button kind="go" className="min-h-11 px-5" onClick={onBegin}>
          Start the clock
        </Button>
        <ButtonLink kind="bare" className="min-h-11" href={paths.edition({ editionId: edition.id })}>
          Not now
        </ButtonLink>
      </div>
    </div>
  )
}

interface RoomProps {
  edition: Edition
  me: Byline
  begun: Begun
  storage: string
  onAgain: () => void
}

function Room({ edition, me, begun, storage, onAgain }: RoomProps) {
  const [rehearsal] = useState(() => new Rehearsal({ edition, me, now: serverNow, begun }))
  const [isReady, setReady] = useState(false)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const answers = {
      'meetings.room': () => ok(rehearsal.message()),
      'meetings.notePace': ({ held }: { held: Parameters<Rehearsal['hold']>[0] }) => {
        rehearsal.hold(held)
        return ok(undefined)
      },
    }
    const leave = standIn(standInFor(rehearsal, answers, () => idOfNothing(0)))
    const stop = rehearsal.subscribe(() => {
      keep(storage, rehearsal.begun)
      drawAgain()
    })
    keep(storage, rehearsal.begun)
    setReady(true)
    return () => {
      stop()
      leave()
    }
  }, [rehearsal, storage])
  const at = rehearsal.nextAt()
  useEffect(() => {
    if (at === null) return
    const timer = setTimeout(() => rehearsal.tick(), Math.max(0, at - serverNow()))
    return () => clearTimeout(timer)
  }, [rehearsal, at])

  if (rehearsal.begun.finished)
    return <Rehearsed edition={edition} seconds={rehearsal.begun.seconds} onAgain={onAgain} />
  return (
    <InMemoryProvider value="rehearsal">
      {isReady && <RoomPage meetingId={begun.meetingId} />}
      <p className="fixed bottom-2 left-4 z-20 flex items-center gap-3 rounded bg-paper px-2 text-small text-ink-3 print:hidden">
        Rehearsal
        <ButtonLink kind="bare" className="px-2" href={paths.edition({ editionId: edition.id })}>
          Leave it
        </ButtonLink>
      </p>
    </InMemoryProvider>
  )
}
