import { lazy, Suspense, useState } from 'react'
import type { Outputs } from '../../api.ts'
import { useCommands } from '../../shell/commands.ts'

// a menu and its dialogs come after the page one writes on
const Menu = lazy(() => import('../../ui/Menu.tsx').then((loaded) => ({ default: loaded.Menu })))
const ExportDialog = lazy(() =>
  import('./ExportDialog.tsx').then((loaded) => ({ default: loaded.ExportDialog })),
)
const WordDialog = lazy(() =>
  import('../word/WordDialog.tsx').then((loaded) => ({ default: loaded.WordDialog })),
)

interface Props {
  narrative: Outputs['narratives']['get']
  /** Why the draft cannot be written in; undefined when it can. */
  mayNotEdit: string | undefined
  onFreeze: () => void
}

/** The draft as a file, and back. */
export function DraftMore({ narrative, mayNotEdit, onFreeze }: Props) {
  const [open, setOpen] = useState<'export' | 'word' | null>(null)
  const close = () => setOpen(null)
  const disabled = mayNotEdit === undefined ? {} : { disabledReason: mayNotEdit }
  useCommands([
    {
      id: 'draft.export',
      title: 'Export the draft',
      group: 'This draft',
      words: 'pdf word docx markdown html download file',
      run: () => setOpen('export'),
    },
    {
      id: 'draft.word',
      title: 'Bring back from Word',
      group: 'This draft',
      words: 'docx return import changes comments',
      run: () => setOpen('word'),
      ...disabled,
    },
  ])
  return (
    <>
      <Suspense fallback={<span className="w-10" />}>
        <Menu
          label="…"
          name="More to do with this draft"
          kind="bare"
          entries={[
            {
              id: 'export',
              label: 'Export…',
              detail: 'PDF, Word, Markdown, HTML',
              run: () => setOpen('export'),
            },
            {
              id: 'word',
              label: 'Bring back from Word…',
              detail: 'What was changed and said there',
              run: () => setOpen('word'),
              ...disabled,
            },
          ]}
        />
      </Suspense>
      <Suspense>
        {open === 'export' && (
          <ExportDialog what="the draft" of={{ narrativeId: narrative.id }} onClose={close} />
        )}
        {open === 'word' && (
          <WordDialog
            narrative={narrative}
            onClose={close}
            onFreeze={() => {
              close()
              onFreeze()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
