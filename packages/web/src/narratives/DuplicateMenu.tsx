import { useMutation } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { refusalOf } from '../refusal.ts'
import { go } from '../router.tsx'
import { notify, notifyProblem } from '../shell/notices.ts'
import { Menu } from '../ui/Menu.tsx'

interface Props {
  idea: Idea
  draft: Outputs['narratives']['list'][number]
}

/** N8: an independent copy, in this idea or in a new one. */
export function DuplicateMenu({ idea, draft }: Props) {
  const mayNotHere = whyNot('narratives.start', useMe(), idea.right)
  const duplicate = useMutation(
    api.narratives.duplicate.mutationOptions({
      onSuccess({ narrativeId }) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        void queryClient.invalidateQueries({ queryKey: api.initiatives.key() })
        go(paths.draft({ narrativeId }))
        notify(
          'This is a copy with a life of its own: comments, people and decisions stayed where they were.',
        )
      },
      onError(error) {
        const refusal = refusalOf(error)
        notifyProblem(
          refusal.kind === 'refused'
            ? refusal.message
            : 'The copy was not made, and nothing has changed. Try again.',
        )
      },
    }),
  )
  const narrativeId = draft.id
  return (
    <Menu
      label="…"
      name={`More for ${draft.title || 'the draft without a headline'}`}
      kind="bare"
      entries={[
        {
          id: 'here',
          label: 'Duplicate in this idea',
          detail: 'The words, without comments or people',
          disabledReason: mayNotHere,
          run: () => duplicate.mutate({ narrativeId, into: idea.id }),
        },
        {
          id: 'new',
          label: 'Duplicate into a new idea',
          detail: 'Shared no wider than this one',
          run: () => duplicate.mutate({ narrativeId }),
        },
      ]}
    />
  )
}
