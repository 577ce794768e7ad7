import { useState } from 'react'
import { Loading } from '../../ui/Empty.tsx'
import { useSealed } from '../discussion/arrival.ts'
import { ReturningSheet } from '../return/parts.tsx'
import { useRoomNow } from '../room/context.ts'
import { isAlone, type PhaseOf } from '../room/phaseOf.ts'
import { useFinish } from './finish.ts'
import { Hairline } from './Hairline.tsx'
import { Countdown, FacilitatorBar, Finished } from './parts.ts'
import { ReadingSheet } from './ReadingSheet.tsx'
import { useOwn } from './useOwn.ts'
import { usePace } from './usePace.ts'
import { useWriting } from './writing.ts'

/** R5, R6: text and clock. No faces, no counts, nobody typing; what is written here is one's own. */
export function Reading({ phase }: { phase: PhaseOf<'reading'> | PhaseOf<'reveal'> }) {
  const { edition, room } = useRoomNow()
  useSealed(room.meetingId)
  const work = useOwn(phase.mine.questions)
  const writing = useWriting()
  const [again, setAgain] = useState(false)
  const { isWaiting, finish } = useFinish(phase.mine.finished, isAlone(phase))
  const closed = (phase.mine.finished || isWaiting) && !again
  usePace(phase.name === 'reading' && !phase.late && !closed)
  const onClose = again ? () => setAgain(false) : undefined
  const pages = edition && { edition, phase, work, writing, onFinish: finish, onClose }
  return (
    <div className={`reading ${phase.name === 'reveal' && closed ? 'pt-28 sm:pt-14' : ''}`}>
      {phase.name === 'reveal' ? (
        <Countdown opensAt={phase.opensAt} because={phase.because} />
      ) : (
        <Hairline startsAt={phase.startedAt} endsAt={phase.endsAt} ended={phase.ended} />
      )}
      {!edition && (
        <div className="mx-auto max-w-page px-4 py-14">
          <Loading what="Bringing the pages" />
        </div>
      )}
      {pages && !closed && phase.cover && <ReturningSheet {...pages} cover={phase.cover} />}
      {pages && !closed && !phase.cover && <ReadingSheet {...pages} />}
      {edition && closed && (
        <Finished phase={phase} isWaiting={isWaiting} work={work} onReadAgain={() => setAgain(true)} />
      )}
      {phase.progress && <FacilitatorBar phase={phase} progress={phase.progress} />}
    </div>
  )
}
