import { actLabels } from '@foreword/core/meetings/labels'
import { later } from '../../later.tsx'
import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import type { PhaseOf } from '../room/phaseOf.ts'
import { names } from '../words.ts'

const PagesHeld = later(() => import('../pace/PagesHeld.tsx').then((m) => m.PagesHeld))

type Phase = PhaseOf<'reading'> | PhaseOf<'reveal'>

interface Props {
  phase: Phase
  progress: NonNullable<Phase['progress']>
}

/** R6: what the facilitator alone sees while the room reads: how many have finished, and the two acts they may need. */
export function FacilitatorBar({ phase, progress }: Props) {
  const { name } = useRoomNow()
  const { finished, here } = progress
  const all = finished >= here && here > 0
  const ready = phase.name === 'reading' && (phase.ended || all)
  return (
    <aside
      aria-label="For the facilitator"
      className="fixed inset-x-0 bottom-0 z-30 flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-rule bg-panel px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-6 print:hidden"
    >
      <p className="mr-auto text-small text-ink-2 figures">
        {finished} of {here} {here === 1 ? 'has' : 'have'} finished
        {progress.names !== null && progress.names.length > 0 && `: ${names(progress.names.map(name))}`}
      </p>
      {phase.name === 'reading' && (
        <>
          <PagesHeld />
          <Manage />
          <ActButton act="extendReading" given={{ minutes: 5 }} kind="bare">
            5 more minutes
          </ActButton>
          <ActButton act="announceReveal" given={{}} kind={ready ? 'go' : 'plain'} className="max-sm:w-full">
            {actLabels.announceReveal}
          </ActButton>
        </>
      )}
      {phase.name === 'reveal' && <span className="text-small text-ink-3">The countdown is running.</span>}
    </aside>
  )
}
