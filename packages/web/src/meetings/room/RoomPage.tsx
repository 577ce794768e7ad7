import type { RoomPhase } from '@foreword/core/meetings/room'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useMemo } from 'react'
import { api } from '../../api.ts'
import { useReached } from '../../connection.ts'
import { ideaQuery } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { useAhead } from './ahead.ts'
import { useServerClock } from './clock.ts'
import { type RoomNow, RoomProvider } from './context.ts'
import { Facilitation } from './offered.ts'
import { phases } from './phases.tsx'
import { useRoom } from './useRoom.ts'
import './room.css'

/** The meeting, from before it starts until after it is closed: one address, one page, wherever the room is. */
export function RoomPage({ meetingId }: { meetingId: string }) {
  const { id: me, role } = useMe().person
  const isGuest = role === 'guest'
  const { message, state, joinError } = useRoom(meetingId)
  useServerClock()
  // when not even the server answers, that is said for every page
  const isReached = useReached()
  const room = message?.room
  const idea = useQuery({
    ...ideaQuery(room?.initiativeId ?? ''),
    enabled: room !== undefined && !isGuest,
  })
  const edition = useQuery({
    ...api.narratives.edition.queryOptions({
      // asked for only when the room has said which
      input: { editionId: room?.edition.id as NonNullable<typeof room>['edition']['id'] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
    // a guest's opens with the reading (R14)
    enabled: room !== undefined && !(isGuest && /lobby|outside/.test(room.phase.name)),
  })
  const now = useMemo<RoomNow | undefined>(() => {
    if (!message) return undefined
    const names = new Map(message.people.map(({ id, name }) => [id, name]))
    return {
      room: message.room,
      me,
      name: (person) => names.get(person) ?? 'Somebody',
      idea: idea.data,
      edition: edition.data,
    }
  }, [message, me, idea.data, edition.data])
  useAhead(now !== undefined)

  if (state.name === 'refused')
    return (
      <Alone>
        <ErrorNote error={state.error} />
        <p className="mt-4">
          <TextLink href={paths.meetings()}>To the meetings</TextLink>
        </p>
      </Alone>
    )
  if (!now)
    return (
      <Alone>
        <Loading what="Opening the room" />
      </Alone>
    )
  return (
    <RoomProvider value={now}>
      <title>{`${idea.data?.name ?? 'Meeting'} · Foreword`}</title>
      {joinError !== undefined && (
        <Alone>
          <ErrorNote error={joinError} />
        </Alone>
      )}
      {now.room.facilitationOffered && <Facilitation />}
      <Phase phase={now.room.phase} />
      {state.name === 'away' && isReached && (
        <p
          role="status"
          className="fixed bottom-3 left-4 z-40 animate-late rounded bg-amber-wash px-2.5 py-1 text-small text-amber"
        >
          The line to the room is cut. What you write is kept here, and it is tried again by itself.
        </p>
      )}
    </RoomProvider>
  )
}

function Phase({ phase }: { phase: RoomPhase }) {
  // the table pairs each name with a component for exactly that phase
  const Component = phases[phase.name] as ComponentType<{ phase: RoomPhase }>
  return <Component phase={phase} />
}

function Alone({ children }: { children: React.ReactNode }) {
  return <div className="mx-auto max-w-page px-4 py-10 sm:px-10">{children}</div>
}
