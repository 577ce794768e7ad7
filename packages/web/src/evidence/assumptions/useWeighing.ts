import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { notifyProblem } from '../../shell/notices.ts'
import type { Weigh } from '../Weighed.tsx'
import { assumptionsChanged } from './assumptions.ts'
import type { Of } from './SetState.tsx'

export function useWeighing(of: Of): Weigh {
  const { mutate } = useMutation(
    api.evidence.weighAssumption.mutationOptions({
      onSettled: assumptionsChanged,
      onError: () => notifyProblem('It was not kept: the piece is gone, or the server does not answer.'),
    }),
  )
  return (evidenceId, side, onSuccess = () => {}) => mutate({ ...of, evidenceId, side }, { onSuccess })
}
