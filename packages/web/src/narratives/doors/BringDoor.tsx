import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { Door } from '../../start/Door.tsx'
import { useFileDrop } from './useFileDrop.ts'

const BringDialog = lazy(() =>
  import('./BringDialog.tsx').then((loaded) => ({ default: loaded.BringDialog })),
)

/** A document one has already: a file chosen, dropped anywhere on the page, or pasted. */
export function BringDoor() {
  const [open, setOpen] = useState(false)
  const bring = useMutation(
    api.narratives.bring.mutationOptions({
      onSuccess: ({ narrativeId }) => go(paths.draft({ narrativeId })),
    }),
  )
  const take = (file: File) => {
    if (!bring.isPending) bring.mutate({ file })
  }
  const over = useFileDrop(take)
  return (
    <Door
      title="Bring a document"
      says="Markdown or plain text: a file, or pasted. Every word is kept, and headings that name a part find their place."
      act={bring.isPending ? 'Bringing it in…' : 'Bring a document'}
      busy={bring.isPending}
      error={open ? null : bring.error}
      onOpen={() => setOpen(true)}
    >
      {over && !open && (
        <p className="mb-3 rounded border border-accent bg-accent-wash px-3 py-2 text-accent">
          Drop it anywhere here.
        </p>
      )}
      <Suspense>
        {open && (
          <BringDialog
            busy={bring.isPending}
            error={bring.error}
            onFile={take}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </Door>
  )
}
