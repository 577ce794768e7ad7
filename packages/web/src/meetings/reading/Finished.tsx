import { Button } from '../../ui/Button.tsx'
import { useRoomNow } from '../room/context.ts'
import { isUnderSeal, type PhaseOf } from '../room/phaseOf.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { OwnCard } from './OwnCard.tsx'
import type { OwnWork } from './useOwn.ts'

interface Props {
  phase: PhaseOf<'reading'> | PhaseOf<'reveal'>
  /** The room has not been told yet: the line is cut. */
  isWaiting: boolean
  work: OwnWork
  onReadAgain: () => void
}

/** R6, R18: the pages are closed; what is left is one's own, and one question. */
export function Finished({ phase, isWaiting, work, onReadAgain }: Props) {
  const { room, name } = useRoomNow()
  return (
    <div className="mx-auto flex max-w-measure flex-col gap-9 px-4 pt-16 pb-28 sm:pt-24">
      <header>
        <h1 className="font-text text-title font-semibold">You have finished reading.</h1>
        <p className="mt-1.5 text-ink-2">
          The others may still be reading. {name(room.facilitator)} opens the questions for everybody at once.
        </p>
        {isWaiting && (
          <p role="status" className="mt-1.5 animate-late text-amber">
            The room is not told yet, because the line is cut. It is kept here and told as soon as it is back.
          </p>
        )}
        <Button kind="bare" className="mt-2 -ml-3.5" onClick={onReadAgain}>
          Look at the pages again
        </Button>
      </header>
      <OneQuestion mine={phase.mine} />
      <section aria-label="Your notes and questions">
        <h2 className="mb-3 text-small font-semibold text-ink-2">Yours</h2>
        {work.items.length === 0 && (
          <p className="text-ink-3">You noted nothing and asked nothing. That is an answer too.</p>
        )}
        <div className="flex flex-col gap-5">
          {work.items.map((own) => (
            <OwnCard key={own.id} own={own} work={work} sealed={isUnderSeal(phase)} quoted />
          ))}
        </div>
      </section>
    </div>
  )
}
