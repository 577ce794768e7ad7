import { letterKindLabels } from '@foreword/core/people/letters'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { isRefusal } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Outside } from './Outside.tsx'

/** Where the link at the foot of a letter leads: one press, and no signing in. */
export function StopLettersPage({ token }: { token: string }) {
  const letter = useQuery(api.people.stoppableLetter.queryOptions({ input: { token } }))
  const stop = useMutation(api.people.stopLetters.mutationOptions())
  if (letter.isError)
    return (
      <Outside title="This link stops nothing">
        <ErrorNote
          error={letter.error}
          retry={isRefusal(letter.error, 'letter-link-unknown') ? undefined : () => void letter.refetch()}
        />
      </Outside>
    )
  if (!letter.data)
    return (
      <Outside title="Letters">
        <Loading />
      </Outside>
    )
  const label = letterKindLabels[letter.data.kind]
  if (stop.isSuccess)
    return (
      <Outside title="No more of these letters" lead={`${label}: nothing more is mailed to you.`}>
        <p className="text-ink-2">It all stays on your desk. Under Settings you can have them again.</p>
      </Outside>
    )
  return (
    <Outside title="No more of these letters?" lead={label}>
      <Refused error={stop.error} className="mb-4" />
      <Button kind="go" busy={stop.isPending} onClick={() => stop.mutate({ token })}>
        Stop them
      </Button>
    </Outside>
  )
}
