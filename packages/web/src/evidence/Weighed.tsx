import { type Side, sides } from '@foreword/core/initiatives/claims'
import type { Outputs } from '../api.ts'
import { evidenceKindWords } from '../initiatives/words.ts'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'

export type WeighedPiece = Outputs['evidence']['answers']['problem'][number]
/** Says which way a piece speaks, or (null) that it is of something else. */
export type Weigh = (evidenceId: string, side: Side | null, onSuccess?: () => void) => void

const sideWords = { for: 'Speaks for it', against: 'Speaks against it' } satisfies Record<Side, string>

interface Props {
  pieces: readonly WeighedPiece[]
  weigh: Weigh
  mayNot: boolean
}

/** The evidence on either side. */
export function Weighed({ pieces: all, weigh, mayNot }: Props) {
  return sides.map((side) => {
    const pieces = all.filter((piece) => piece.side === side)
    if (pieces.length === 0) return null
    return (
      <div key={side} className="mt-2 max-w-measure text-small">
        <h3 className="font-medium text-ink-2">{sideWords[side]}</h3>
        <ul aria-label={sideWords[side]}>
          {pieces.map(({ id, statement, kind, source, date }) => (
            <li key={id} className="flex items-start justify-between gap-3 border-b border-rule py-1.5">
              <span className="min-w-0 wrap-break-word">
                {statement || 'Not written yet'}
                <span className="block text-ink-3">
                  {[evidenceKindWords[kind], source, date].filter(Boolean).join(' · ')}
                </span>
              </span>
              {!mayNot && (
                <Button
                  kind="bare"
                  className="-mr-3.5"
                  onClick={() =>
                    weigh(id, null, () => notifyUndo('It is not linked any more.', () => weigh(id, side)))
                  }
                >
                  Unlink<span className="sr-only"> “{statement.slice(0, 60)}”</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    )
  })
}
