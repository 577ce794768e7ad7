import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { go } from '../router.tsx'
import { notifyProblem } from '../shell/notices.ts'
import { TextLink } from '../ui/Page.tsx'
import type { Idea } from './idea.ts'

/** One click to the writing: the questions come first, and nothing waits for them (W4). */
export function ToDraft({ idea }: { idea: Idea }) {
  const input = { initiativeId: idea.id }
  const drafts = useQuery(api.narratives.list.queryOptions({ input }))
  const mayStart = whyNot('narratives.start', useMe(), idea.right) === undefined
  if (!drafts.data) return null
  const [draft, second] = drafts.data
  if (second) return <TextLink href={paths.narrative(input)}>Open its drafts</TextLink>
  if (draft) return <TextLink href={paths.draft({ narrativeId: draft.id })}>Open the draft</TextLink>
  return mayStart && <StartDraft idea={idea} />
}

function StartDraft({ idea }: { idea: Idea }) {
  const start = useMutation(
    api.narratives.start.mutationOptions({
      onSuccess({ id }) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        go(paths.draft({ narrativeId: id }))
      },
      onError: () => notifyProblem('The press release was not started. Your answers are safe; try again.'),
    }),
  )
  return (
    <button
      type="button"
      aria-busy={start.isPending || undefined}
      className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
      onClick={() => {
        if (!start.isPending) start.mutate({ initiativeId: idea.id, headline: idea.name })
      }}
    >
      Start the press release
    </button>
  )
}
