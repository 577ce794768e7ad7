import type { Outputs } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'
import { ButtonLink, buttonClass } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'

interface Props {
  edition: Outputs['narratives']['edition']
  /** The edition before it; null and undefined as `useEditionBefore` gives them. */
  before: { number: number } | null | undefined
  mayEdit: boolean
  onAsk: (what: 'name' | 'restore' | 'outline' | 'export') => void
}

/** What can be done with an edition, at the right of its head. */
export function EditionActions({ edition, before, mayEdit, onAsk }: Props) {
  const { id: editionId, narrativeId, initiativeId } = edition
  return (
    <>
      {before && (
        <ButtonLink kind="bare" className="max-sm:hidden" href={paths.changes({ editionId })}>
          Changes since edition {before.number}
        </ButtonLink>
      )}
      <a className={buttonClass('plain')} href={`/api/editions/${editionId}/pdf`} download>
        PDF
      </a>
      <Menu
        label="…"
        name="More to do with this edition"
        kind="bare"
        entries={[
          { id: 'outline', label: 'Outline', run: () => onAsk('outline') },
          {
            id: 'export',
            label: 'Export…',
            detail: 'PDF, Word, Markdown, HTML',
            run: () => onAsk('export'),
          },
          ...(before
            ? [
                {
                  id: 'changes',
                  label: `Changes since edition ${before.number}`,
                  run: paths.changes({ editionId }),
                },
              ]
            : []),
          {
            id: 'since',
            label: 'Compare with the draft',
            run: withSearch(paths.draftChanges({ narrativeId: narrativeId }), {
              from: editionId,
            }),
          },
          ...(mayEdit
            ? [
                {
                  id: 'rehearse',
                  label: 'Rehearse',
                  detail: 'Read it alone as the room will, with its clock',
                  run: paths.rehearsal({ editionId }),
                },
                {
                  id: 'name',
                  label: edition.name === null ? 'Name this edition' : 'Change its name',
                  run: () => onAsk('name'),
                },
                {
                  id: 'restore',
                  label: 'Restore in the draft',
                  detail: 'What stands there now is kept',
                  run: () => onAsk('restore'),
                },
              ]
            : []),
          {
            id: 'draft',
            label: 'Open the draft',
            run: paths.draft({ narrativeId: narrativeId }),
          },
          {
            id: 'all',
            label: 'All editions',
            run: paths.narrative({ initiativeId: initiativeId }),
          },
          {
            id: 'paper',
            label: 'Print with a margin for notes',
            run: paths.paper({ editionId }),
          },
          {
            id: 'print',
            label: 'Print',
            detail: 'The PDF prints with its own margins',
            run: () => window.print(),
          },
        ]}
      />
    </>
  )
}
