import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { notifyRefusal } from '../../shell/notices.ts'
import { iterationsChanged } from './iterations.ts'

/** Takes back that an iteration ended or was dropped, with what it made of its assumption. */
export function useReopen() {
  return useMutation(
    api.iterations.reopen.mutationOptions({
      onSuccess: iterationsChanged,
      onError: (error) => notifyRefusal(error, 'It was not taken up again. Try once more.'),
    }),
  )
}
