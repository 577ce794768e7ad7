import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../api.ts'
import { later } from '../later.tsx'
import { paths } from '../paths.ts'
import { go } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { ideaQuery } from './idea.ts'

const Resembling = later(() => import('./Resembling.tsx').then((m) => m.Resembling))

/** A headline begins an idea; everything else has a default and can wait. */
export function BeginIdea({ autoFocus = false }: { autoFocus?: boolean }) {
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
        onSubmit={(text) => create.mutate({ name: text('name').replace(/\s+/g, ' ') })}
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
      </Form>
      {title.trim() !== '' && <Resembling title={title} />}
    </>
  )
}
