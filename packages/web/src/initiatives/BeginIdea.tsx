import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../api.ts'
import { later } from '../later.tsx'
import { paths } from '../paths.ts'
import { GroupSelect } from '../people/groups/GroupSelect.tsx'
import { useMe } from '../people/me.ts'
import { go } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { ideaQuery } from './idea.ts'

const Resembling = later(() => import('./Resembling.tsx').then((m) => m.Resembling))

/** A headline begins an idea; everything else has a default and can wait. */
export function BeginIdea({ autoFocus = false }: { autoFocus?: boolean }) {
  const me = useMe()
  const [title, setTitle] = useState('')
  const create = useMutation(
    api.initiatives.create.mutationOptions({
      onSuccess(idea) {
        queryClient.setQueryData(ideaQuery(idea.id).queryKey, idea)
        void queryClient.invalidateQueries({ queryKey: api.initiatives.list.key() })
        go(paths.idea({ initiativeId: idea.id }))
      },
    }),
  )
  return (
    <>
      <Form
        error={create.error}
        safe="Your headline is still in the box."
        onSubmit={(text) =>
          create.mutate({
            name: text('name').replace(/\s+/g, ' '),
            groupId: me.groups.find(({ id }) => id === text('groupId'))?.id,
          })
        }
        actions={
          <Button kind="go" type="submit" busy={create.isPending}>
            Begin
          </Button>
        }
      >
        <TextArea
          label="Headline"
          name="name"
          autoFocus={autoFocus}
          autoComplete="off"
          maxLength={160}
          placeholder="A text at five says whether today’s oysters may be sold"
          help="As a customer would read it on the day it launches. You can change it whenever you like."
          // a headline is one line that may be long: it wraps on a phone, and Enter begins
          rows={1}
          onInput={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
          className="py-2.5 font-text text-lead"
        />
        {me.groups.length > 1 && (
          <div className="max-w-form">
            <GroupSelect label="Group" name="groupId" defaultValue={me.ownGroup ?? ''} />
          </div>
        )}
      </Form>
      {title.trim() !== '' && <Resembling title={title} />}
    </>
  )
}
