import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Inputs, queryClient } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { paths } from '../paths.ts'
import { go } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { TextLink } from '../ui/Page.tsx'
import type { Kind } from './sheet/kind.ts'

interface Props {
  idea: Idea
  kinds: readonly Kind[]
  /** The idea's own headline, for its first document. */
  headline: string
  onClose: () => void
}

const opened = (narrativeId: string) => {
  void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
  void queryClient.invalidateQueries({ queryKey: api.initiatives.key() })
  go(paths.draft({ narrativeId }))
}

/** One more document of an idea: which kind, with what each is for, empty or as a copy of its example (W11). */
export function StartDialog({ idea, kinds, headline, onClose }: Props) {
  const [chosen, setChosen] = useState(kinds[0]?.id ?? 'pr-faq')
  const [title, setTitle] = useState(headline)
  const kind = kinds.find(({ id }) => id === chosen)
  const start = useMutation(api.narratives.start.mutationOptions({ onSuccess: ({ id }) => opened(id) }))
  const copy = useMutation(
    api.narratives.duplicateGuide.mutationOptions({ onSuccess: ({ narrativeId }) => opened(narrativeId) }),
  )
  const busy = start.isPending || copy.isPending
  const begin = () => {
    const words = title.trim()
    start.mutate({
      initiativeId: idea.id,
      kind: chosen,
      ...(words === '' ? {} : { headline: words }),
    } satisfies Inputs['narratives']['start'])
  }
  return (
    <Dialog
      title="Start a document"
      lead="An idea may have several: the approved one stays as it is while another takes one question apart."
      open
      onClose={onClose}
      width="wide"
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) begin()
        }}
      >
        <fieldset>
          <legend className="mb-1 text-small font-medium">Which kind</legend>
          <div className="max-h-[42dvh] overflow-y-auto border-b border-rule">
            {kinds.map(({ id, label, purpose }) => (
              <label
                key={id}
                className="flex cursor-pointer items-start gap-3 border-t border-rule px-1 py-2.5 has-checked:bg-accent-wash"
              >
                <input
                  type="radio"
                  name="kind"
                  value={id}
                  checked={id === chosen}
                  onChange={() => setChosen(id)}
                  className="mt-1 size-4 shrink-0"
                />
                <span>
                  {label}
                  <span className="block text-small text-ink-2">{purpose}</span>
                </span>
              </label>
            ))}
          </div>
          <p className="mt-2 text-small text-ink-2">
            These are your company’s <TextLink href={paths.templates()}>templates</TextLink>.
          </p>
        </fieldset>
        <Field
          label="Headline"
          help="It can wait."
          name="headline"
          maxLength={160}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {(start.error ?? copy.error) && (
          <ErrorNote error={start.error ?? copy.error} safe="Nothing was added to the idea." />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="go" type="submit" busy={start.isPending}>
            Start from the template
          </Button>
          <Button
            busy={copy.isPending}
            disabledReason={kind?.hasExample ? undefined : 'No example ships for a kind that was made here.'}
            onClick={() => !busy && copy.mutate({ kind: chosen, initiativeId: idea.id })}
          >
            Copy its annotated example
          </Button>
          <Button kind="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
