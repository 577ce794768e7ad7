import type { RoomPhase } from '@foreword/core/meetings/room'
import { type ComponentType, lazy, Suspense } from 'react'
import { Loading } from '../../ui/Empty.tsx'
import { Discussion } from '../discussion/Discussion.tsx'
import { Closed } from '../ending/Closed.tsx'
import { Lobby } from '../lobby/Lobby.tsx'
import { Reading } from '../reading/Reading.tsx'
import { Outside } from './Outside.tsx'
import type { PhaseOf } from './phaseOf.ts'

const DecisionRoom = lazy(() =>
  import('../decision/DecisionRoom.tsx').then((m) => ({ default: m.DecisionRoom })),
)

/** Its form comes when the room gets there. */
function Deciding({ phase }: { phase: PhaseOf<'decision'> }) {
  return (
    <Suspense fallback={<Loading />}>
      <DecisionRoom phase={phase} />
    </Suspense>
  )
}

/** What each phase looks like. Reading and reveal are one component, so that the page one holds stays as it is. */
export const phases = {
  lobby: Lobby,
  reading: Reading,
  reveal: Reading,
  discussion: Discussion,
  decision: Deciding,
  closed: Closed,
  outside: Outside,
} satisfies { [Name in RoomPhase['name']]: ComponentType<{ phase: PhaseOf<Name> }> }
