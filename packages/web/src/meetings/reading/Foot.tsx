import { actLabels } from '@foreword/core/meetings/labels'
import { Button } from '../../ui/Button.tsx'
import { whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useIsRehearsal } from '../room/demonstration.ts'
import { useHasMargin } from '../room/media.ts'
import { isAlone, isUnderSeal, type PhaseOf } from '../room/phaseOf.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { OwnCard } from './OwnCard.tsx'
import type { OwnWork } from './useOwn.ts'
import type { useWriting } from './writing.ts'

interface Props {
  phase: PhaseOf<'reading'> | PhaseOf<'reveal'>
  work: OwnWork
  writing: ReturnType<typeof useWriting>
  onFinish: () => void
  onClose: (() => void) | undefined
}

/** Below the last page: what concerns the whole document, and the word that one has finished. */
export function Foot({ phase, work, writing, onFinish, onClose }: Props) {
  const { room } = useRoomNow()
  const hasMargin = useHasMargin()
  const shown = work.items.filter(({ on }) => !hasMargin || on === null)
  const over = phase.name === 'reading' && phase.ended
  const isRehearsal = useIsRehearsal()
  return (
    <footer className="reading-foot">
      {shown.length > 0 && (
        <section aria-label="Your notes and questions" className="mb-6 flex flex-col gap-5">
          {shown.map((own) => (
            <OwnCard key={own.id} own={own} work={work} sealed={isUnderSeal(phase)} quoted={!hasMargin} />
          ))}
        </section>
      )}
      {writing.parked && (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
          <span className="min-w-0 truncate">Unfinished: “{writing.parked.text}”</span>
          <Button kind="bare" onClick={writing.goOn}>
            Go on with it
          </Button>
          <Button kind="bare" onClick={writing.done}>
            Discard it
          </Button>
        </p>
      )}
      {over && !phase.mine.finished && !isRehearsal && <OneQuestion mine={phase.mine} />}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <span className="mr-1 text-ink-3">About the whole document:</span>
        <Button kind="bare" className="px-2" onClick={() => writing.begin('note', null)}>
          Note
        </Button>
        {!isRehearsal && (
          <Button kind="bare" className="px-2" onClick={() => writing.begin('question', null)}>
            Question
          </Button>
        )}
        <span className="ml-auto">
          {onClose ? (
            <Button onClick={onClose}>Close the pages</Button>
          ) : (
            <Button
              kind={over || late(phase) ? 'go' : 'plain'}
              disabledReason={isAlone(phase) ? undefined : whyNotNow(room, 'finishReading')}
              onClick={onFinish}
            >
              {actLabels.finishReading}
            </Button>
          )}
        </span>
      </div>
      {!isRehearsal && (
        <p className="mt-2 text-right text-small text-ink-3">
          {isAlone(phase)
            ? 'What the room asked opens to you as soon as you have finished.'
            : late(phase)
              ? 'The questions open to you as soon as you have finished.'
              : 'A question opens to the room when the facilitator opens them all.'}
        </p>
      )}
    </footer>
  )
}

const late = (phase: Props['phase']) => phase.name === 'reading' && phase.late
