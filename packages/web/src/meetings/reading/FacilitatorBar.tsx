import { actLabels } from '@foreword/core/meetings/labels'
import { useEffect, useState } from 'react'
import { later } from '../../later.tsx'
import { Button } from '../../ui/Button.tsx'
import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import type { PhaseOf } from '../room/phaseOf.ts'
import { names } from '../words.ts'
import { progressWords } from './progress.ts'

const OpenEarly = later(() => import('./OpenEarly.tsx').then((m) => m.OpenEarly))
const PagesHeld = later(() => import('../pace/PagesHeld.tsx').then((m) => m.PagesHeld))

type Phase = PhaseOf<'reading'> | PhaseOf<'reveal'>

interface Props {
  phase: Phase
  progress: NonNullable<Phase['progress']>
}

/** R6: what the facilitator alone sees while the room reads: how many have finished, and the acts they may need. */
export function FacilitatorBar({ phase, progress }: Props) {
  const { name } = useRoomNow()
  const ended = phase.name === 'reading' && phase.ended
  return (
    <aside
      aria-label="For the facilitator"
      className="fixed inset-x-0 bottom-0 z-30 flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-rule bg-panel px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] max-sm:gap-x-1 sm:px-6 print:hidden"
    >
      <p className="mr-auto text-small text-ink-2 figures max-sm:grow max-sm:basis-3/5">
        {progressWords(progress, ended)}
        {progress.names !== null &&
          progress.names.length > 0 &&
          ` Finished: ${names(progress.names.map(name))}.`}
      </p>
      {phase.name === 'reading' && <Acts phase={phase} progress={progress} />}
      {phase.name === 'reveal' && <span className="text-small text-ink-3">The countdown is running.</span>}
    </aside>
  )
}

/** R2: time is given in one act; the end offers the reveal, and opening while others read needs a reason. */
function Acts({ phase, progress }: Props & { phase: PhaseOf<'reading'> }) {
  const [asking, setAsking] = useState(false)
  const waits = progress.stillReading > 0
  const { ended } = phase
  // here before it is needed, also when the line is cut meanwhile
  useEffect(() => OpenEarly.prefetch(), [])
  return (
    <>
      {!ended && <PagesHeld />}
      <Manage />
      {ended && waits && (
        <ActButton act="extendReading" given={{ minutes: 1 }} kind="go">
          1 more minute
        </ActButton>
      )}
      <ActButton
        act="extendReading"
        given={{ minutes: 5 }}
        kind={ended && waits ? 'plain' : 'bare'}
        // a phone has room for one of the two; opening asks again and offers both
        className={ended && waits ? 'max-sm:hidden' : ''}
      >
        5 more minutes
      </ActButton>
      {waits ? (
        <Button className="max-sm:ml-auto" onClick={() => setAsking(true)}>
          {actLabels.announceReveal}
        </Button>
      ) : (
        <ActButton act="announceReveal" given={{}} kind="go" className="max-sm:ml-auto">
          {actLabels.announceReveal}
        </ActButton>
      )}
      {asking && <OpenEarly progress={progress} ended={ended} onClose={() => setAsking(false)} />}
    </>
  )
}
