import type { ClaimQuestion } from '@foreword/core/initiatives/claims'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../api.ts'
import { type Idea, ideaQuery } from '../initiatives/idea.ts'
import { notifyProblem } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { LinkEvidence } from './LinkEvidence.tsx'
import { type Weigh, Weighed } from './Weighed.tsx'

interface Props {
  idea: Idea
  question: ClaimQuestion
  /** As the idea words it. */
  ask: string
  readOnly: boolean
}

/** What speaks for and against an answer (W6): how much of it at once, the pieces when asked. */
export function AnswerEvidence({ idea, question, ask, readOnly }: Props) {
  const [linking, setLinking] = useState(false)
  const all = useQuery(api.evidence.answers.queryOptions({ input: { initiativeId: idea.id } }))
  const weigh = useWeighingAnswer(idea.id, question)
  const pieces = all.data?.[question] ?? []
  const count = (side: 'for' | 'against') => pieces.filter((piece) => piece.side === side).length
  if (all.isError) return <ErrorNote error={all.error} retry={() => void all.refetch()} />
  return (
    <div>
      {pieces.length > 0 && (
        <details className="text-small">
          <summary className="w-fit rounded-small text-ink-2 hover:text-ink">
            Evidence: {count('for')} for it, {count('against')} against it
            <span className="sr-only">, of “{ask}”</span>
          </summary>
          <Weighed pieces={pieces} weigh={weigh} mayNot={readOnly} />
        </details>
      )}
      {!readOnly && (
        <Button kind="bare" className="-ml-3.5" onClick={() => setLinking(true)}>
          Link evidence<span className="sr-only"> to “{ask}”</span>
        </Button>
      )}
      {linking && (
        <LinkEvidence
          initiativeId={idea.id}
          lead={ask}
          pieces={pieces}
          weigh={weigh}
          onClose={() => setLinking(false)}
        />
      )}
    </div>
  )
}

function useWeighingAnswer(initiativeId: Idea['id'], question: ClaimQuestion): Weigh {
  const { mutate } = useMutation(
    api.evidence.weighAnswer.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: api.evidence.answers.key() }),
          queryClient.invalidateQueries({ queryKey: ideaQuery(initiativeId).queryKey }),
        ]),
      onError: () => notifyProblem('It was not kept: the piece is gone, or the server does not answer.'),
    }),
  )
  return (evidenceId, side, onSuccess = () => {}) =>
    mutate({ initiativeId, question, evidenceId, side }, { onSuccess })
}
