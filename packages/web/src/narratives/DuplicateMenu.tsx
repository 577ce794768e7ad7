import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { isRefusal } from '../refusal.ts'
import { go } from '../router.tsx'
import { notify, notifyRefusal } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { Menu } from '../ui/Menu.tsx'

interface Props {
  idea: Idea
  draft: Outputs['narratives']['list'][number]
}

/** N8: an independent copy, in this idea or in a new one. */
export function DuplicateMenu({ idea, draft }: Props) {
  const mayNotHere = whyNot('narratives.start', useMe(), idea.right)
  const [asking, setAsking] = useState<{ into?: Idea['id'] } | null>(null)
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
      onError(error, { into }) {
        // the dialog asks what becomes of them
        if (isRefusal(error, 'suggestions-in-copy'))
          return setAsking(into === undefined ? {} : { into: idea.id })
        notifyRefusal(error, 'The copy was not made, and nothing has changed. Try again.')
      },
    }),
  )
  const narrativeId = draft.id
  if (asking)
    return (
      <Dialog
        title="Make a copy"
        lead="Suggestions are open in this document, and stay open in it. Say what becomes of them in the copy."
        open
        onClose={() => setAsking(null)}
        dismissable={!duplicate.isPending}
      >
        <Form
          error={
            duplicate.error && !isRefusal(duplicate.error, 'suggestions-in-copy') ? duplicate.error : null
          }
          safe="The copy was not made, and nothing has changed."
          onSubmit={(text) => {
            const suggestions = text('suggestions')
            if (suggestions === 'accept' || suggestions === 'reject')
              duplicate.mutate({ narrativeId, ...asking, suggestions })
          }}
          actions={
            <>
              <Button kind="go" type="submit" busy={duplicate.isPending}>
                {duplicate.isPending ? 'Making the copy…' : 'Make the copy'}
              </Button>
              <Button kind="bare" onClick={() => setAsking(null)}>
                Not now
              </Button>
            </>
          }
        >
          <RadioGroup
            label="The open suggestions"
            name="suggestions"
            defaultValue="reject"
            options={[
              { value: 'reject', label: 'Without them', help: 'The copy reads as the document stands.' },
              { value: 'accept', label: 'As if accepted', help: 'The copy reads as proposed.' },
            ]}
          />
        </Form>
      </Dialog>
    )
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
