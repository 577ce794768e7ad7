import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { Edition } from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { useEffect, useReducer, useState } from 'react'
import { standIn } from '../../api.ts'
import { standInClock } from '../room/clock.ts'
import { answersOf } from './answers.ts'
import { Simulation } from './engine.ts'
import { forget } from './forget.ts'
import { standInFor } from './stand-in.ts'

// large enough that no id of the guide's blocks, of the cast or of their questions is met
const newId = () => idOfNothing(100_000_000_000 + Math.floor(Math.random() * 800_000_000_000))

/**
 * A meeting that runs for as long as the page stands: calls about it are answered here, its clock is the room's, and
 * what falls due is done in time. `isReady` when a room may be shown. Nothing of it is left behind.
 */
export function useSimulation(edition: Edition, me: Byline) {
  const [simulation] = useState(() => new Simulation({ edition, me, wall: Date.now, newId }))
  const [isReady, setReady] = useState(false)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)

  useEffect(() => {
    const leave = standIn(standInFor(simulation, answersOf(simulation, me, newId), newId))
    const clock = standInClock(simulation.now)
    let timer: ReturnType<typeof setTimeout> | undefined
    const arm = () => {
      clearTimeout(timer)
      const at = simulation.nextAt()
      if (at === null) return
      timer = setTimeout(
        () => {
          simulation.run()
          arm()
        },
        Math.max(0, at - Date.now()),
      )
    }
    const unsubscribe = simulation.subscribe(() => {
      clock.changed()
      drawAgain()
      arm()
    })
    arm()
    setReady(true)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      clock.leave()
      leave()
      forget(simulation.meetingId)
    }
    // whoever watches stays the same for as long as the page stands
  }, [simulation, me])

  return { simulation, isReady }
}
