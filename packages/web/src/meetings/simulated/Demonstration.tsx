import type { Edition } from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { tellRefusal } from '../room/act.tsx'
import { InMemoryProvider } from '../room/demonstration.ts'
import { RoomPage } from '../room/RoomPage.tsx'
import { nextWords } from './next.ts'
import { useSimulation } from './useSimulation.ts'

/** The room of a real meeting under a bar that says what this is and what to do next. */
export function Demonstration({ edition, me: { id, name } }: { edition: Edition; me: Byline }) {
  const me = useMemo(() => ({ id, name }), [id, name])
  const { simulation, isReady } = useSimulation(edition, me)
  const { room } = simulation.message()
  const { phase } = room
  const bar = useBarHeight()
  const duplicate = useMutation(
    api.narratives.duplicateGuide.mutationOptions({
      onSuccess: ({ narrativeId }) => go(paths.draft({ narrativeId })),
    }),
  )
  return (
    <InMemoryProvider value="demonstration">
      <aside
        ref={bar}
        aria-label="Demonstration"
        className="sticky top-0 z-50 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule-2 bg-accent-wash px-4 py-1.5 text-small text-ink sm:flex-nowrap sm:px-6 print:hidden"
      >
        <p className="min-w-0 flex-1 basis-60" role="status">
          <b className="font-semibold">Demonstration.</b>{' '}
          <span className={`text-ink-2 ${phase.name === 'lobby' ? '' : 'max-sm:sr-only'}`}>
            Simulated readers; nothing is stored; minutes pass faster.
          </span>{' '}
          {nextWords(room)}
        </p>
        <span className="ml-auto flex flex-wrap items-center justify-end gap-1.5">
          {phase.name === 'reading' && !phase.ended && (
            <Button onClick={() => simulation.endReading()}>Let the reading end now</Button>
          )}
          {phase.name === 'closed' && (
            <>
              <Button
                kind="go"
                busy={duplicate.isPending}
                onClick={() => duplicate.mutate({}, { onError: tellRefusal })}
              >
                Duplicate the guide
              </Button>
              <ButtonLink href={paths.ideas()}>Schedule a real one</ButtonLink>
            </>
          )}
          <ButtonLink kind="bare" href={paths.start()}>
            Leave
          </ButtonLink>
        </span>
      </aside>
      {isReady && <RoomPage meetingId={simulation.meetingId} />}
      {simulation.saying && phase.name !== 'closed' && (
        <Spoken key={simulation.saying.words} {...simulation.saying} />
      )}
    </InMemoryProvider>
  )
}

// long enough to be read twice
const HEARD_MS = 8_000

/** What would be heard in a real room, at the foot of the page like under a film. */
function Spoken({ by, words }: { by: string; words: string }) {
  const [isHeard, setHeard] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHeard(true), HEARD_MS)
    return () => clearTimeout(timer)
  }, [])
  if (isHeard) return null
  return (
    <p
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-40 mx-auto w-fit max-w-[min(44rem,calc(100%-2rem))] animate-rise rounded bg-ink px-4 py-2 text-center font-text text-read text-pretty text-paper print:hidden"
    >
      <span className="block text-tiny opacity-75">{by}, aloud</span>“{words}”
    </p>
  )
}

/** What else stands at the top of a room stands below the bar, however many lines it takes. */
function useBarHeight() {
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = bar.current
    if (!element) return
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => style.setProperty('--room-top', `${element.offsetHeight}px`))
    watch.observe(element)
    return () => {
      watch.disconnect()
      style.removeProperty('--room-top')
    }
  }, [])
  return bar
}
