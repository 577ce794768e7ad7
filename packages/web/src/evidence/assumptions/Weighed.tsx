import { type Side, sides } from '@foreword/core/evidence/assumptions'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { evidenceKindWords } from '../../initiatives/words.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { type Assumption, assumptionsChanged } from './assumptions.ts'
import type { Of } from './SetState.tsx'

const sideWords = { for: 'Speaks for it', against: 'Speaks against it' } satisfies Record<Side, string>

/** The evidence on either side. */
export function Weighed({
  of,
  assumption,
  mayNot,
}: {
  of: Of
  assumption: Assumption
  mayNot: string | undefined
}) {
  const weigh = useWeighing(of)
  return sides.map((side) => {
    const pieces = assumption.evidence.filter((piece) => piece.side === side)
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

/** Says which way a piece speaks, or that it is of something else. */
export function useWeighing(of: Of) {
  const { mutate } = useMutation(
    api.evidence.weighAssumption.mutationOptions({
      onSettled: assumptionsChanged,
      onError: () => notifyProblem('It was not kept: the piece is gone, or the server does not answer.'),
    }),
  )
  return (evidenceId: string, side: Side | null, onSuccess = () => {}) =>
    mutate({ ...of, evidenceId, side }, { onSuccess })
}
