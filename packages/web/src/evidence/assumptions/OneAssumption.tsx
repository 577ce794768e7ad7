import { assumptionStateLabels } from '@foreword/core/evidence/assumptions'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { LinkEvidence } from '../LinkEvidence.tsx'
import { Weighed } from '../Weighed.tsx'
import { type Assumption, assumptionsChanged } from './assumptions.ts'
import { Resting } from './Resting.tsx'
import { SetState } from './SetState.tsx'
import { useWeighing } from './useWeighing.ts'
import { stateInk } from './words.ts'

interface Props {
  idea: Idea
  assumption: Assumption
  mayNot: string | undefined
}

/** What is assumed, how it stands and since when, what speaks for and against it, and what to do about it. */
export function OneAssumption({ idea, assumption, mayNot }: Props) {
  const [open, setOpen] = useState<'state' | 'evidence' | null>(null)
  const { id: assumptionId, statement, state, history } = assumption
  const of = { initiativeId: idea.id, assumptionId }
  const weigh = useWeighing(of)
  const drop = useMutation(api.evidence.dropAssumption.mutationOptions({ onSuccess: assumptionsChanged }))
  const last = history.at(-1)
  const which = <span className="sr-only"> “{statement.slice(0, 60)}”</span>
  return (
    <>
      <p className="max-w-measure font-text text-read wrap-break-word">{statement}</p>
      <p className="mt-1 text-small text-ink-2">
        <b className={`font-medium ${stateInk[state]}`}>{assumptionStateLabels[state]}</b>
        {last && (
          <>
            , <RelativeTime at={last.at} /> · {last.by.name}
          </>
        )}
      </p>
      {assumption.waitedFor && (
        <p className="mt-1 text-small text-amber">The idea is parked until more is known of this.</p>
      )}
      {last && last.because !== '' && (
        <p className="mt-1 max-w-measure font-text text-ink-2 wrap-break-word">“{last.because}”</p>
      )}
      <Weighed pieces={assumption.evidence} weigh={weigh} mayNot={mayNot !== undefined} />
      <Resting of={of} history={history} />
      <History history={history} />
      {!mayNot && open !== 'state' && (
        <div className="mt-1.5 -ml-3.5 flex flex-wrap">
          <Button kind="bare" onClick={() => setOpen('state')}>
            Say what became of it{which}
          </Button>
          <Button kind="bare" onClick={() => setOpen('evidence')}>
            Link evidence{which}
          </Button>
          {history.length === 1 && (
            <Button
              kind="bare"
              busy={drop.isPending}
              onClick={() =>
                drop.mutate(
                  { ...of, dropped: true },
                  {
                    onSuccess: () =>
                      notifyUndo('The assumption is removed.', () =>
                        drop.mutate(
                          { ...of, dropped: false },
                          { onError: () => notifyProblem('It was not put back. Add it again.') },
                        ),
                      ),
                  },
                )
              }
            >
              Remove{which}
            </Button>
          )}
        </div>
      )}
      {drop.isError && <ErrorNote className="mt-2" error={drop.error} />}
      {open === 'state' && <SetState of={of} assumption={assumption} onClose={() => setOpen(null)} />}
      {open === 'evidence' && (
        <LinkEvidence
          initiativeId={idea.id}
          lead={statement}
          pieces={assumption.evidence}
          weigh={weigh}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

/** Nothing said of it is written over; the latest stands above, this is what went before. */
function History({ history }: Pick<Assumption, 'history'>) {
  const before = history.toReversed().slice(1)
  if (before.length === 0) return null
  return (
    <details className="mt-1.5 text-small text-ink-2">
      <summary className="w-fit rounded-small hover:text-ink">What was known before</summary>
      <ol className="mt-1.5 flex max-w-measure flex-col gap-1.5">
        {before.map(({ id, state, statement, because, at, by, takesBack }) => (
          <li key={id} className="border-l-2 border-rule-2 pl-3 wrap-break-word">
            {takesBack ? 'Taken back to ' : ''}
            {takesBack ? assumptionStateLabels[state].toLowerCase() : assumptionStateLabels[state]},{' '}
            <RelativeTime at={at} /> · {by.name}: {statement}
            {because !== '' && <span className="block font-text">“{because}”</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
