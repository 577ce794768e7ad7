import type { RoomQuestion, Summary } from '@foreword/core/meetings/room'
import { summarySentence } from '@foreword/core/meetings/summary'
import { Button } from '../../ui/Button.tsx'
import { FromBelow } from '../reading/FromBelow.tsx'
import { lineWords } from './queue.ts'

/** The one sentence as the questions open. No sound, no ranking of people. */
export function Arrived({ summary }: { summary: Summary }) {
  return (
    <p role="status" className="animate-appear font-text text-title font-semibold">
      {summarySentence(summary)}
    </p>
  )
}

interface FirstProps {
  summary: Summary
  first: RoomQuestion | null
  onOpen: () => void
}

/** Where there is room for one thing: the page stays as it was held, and the first question waits below it. */
export function FirstOnPhone({ summary, first, onOpen }: FirstProps) {
  return (
    <FromBelow label="The questions are open">
      <div className="rounded bg-sheet p-4 shadow-float">
        <p role="status" className="font-text text-lead font-semibold">
          {summarySentence(summary)}
        </p>
        {first && (
          <>
            <p className="mt-2 line-clamp-4 font-text text-read wrap-break-word">
              {first.anchor && (
                <span className="mr-2 font-ui text-small text-ink-3 figures">{lineWords(first)}</span>
              )}
              {first.text}
            </p>
            <div className="mt-3">
              <Button kind="go" onClick={onOpen}>
                The first question
              </Button>
            </div>
          </>
        )}
      </div>
    </FromBelow>
  )
}
