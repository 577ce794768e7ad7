import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { refusalOf } from '../../refusal.ts'
import { notifyProblem } from '../../shell/notices.ts'
import { iterationsChanged } from './iterations.ts'

/** Takes back that an iteration ended or was dropped, with what it made of its assumption. */
export function useReopen() {
  return useMutation(
    api.iterations.reopen.mutationOptions({
      onSuccess: iterationsChanged,
      onError(error) {
        const refusal = refusalOf(error)
        notifyProblem(
          refusal.kind === 'refused' ? refusal.message : 'It was not taken up again. Try once more.',
        )
      },
    }),
  )
}
