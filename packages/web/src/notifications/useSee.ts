import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { notifyRefusal, notifyUndo } from '../shell/notices.ts'

/** Says that all until a moment was seen, and offers to take that back. */
export function useSee() {
  const see = useMutation(
    api.notifications.see.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.notifications.key() }),
      onError: (error) => notifyRefusal(error, 'That was not kept: all is as new as before. Try again.'),
    }),
  )
  return {
    isPending: see.isPending,
    async see(until: string, before: string | null) {
      try {
        await see.mutateAsync({ seenAt: until })
        notifyUndo('Seen.', () => see.mutate({ seenAt: before }))
      } catch {
        // said by onError
      }
    },
  }
}
