import { compare } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, client, type Outputs, queryClient } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { refusalOf } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { notify, notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'

interface Props {
  edition: Outputs['narratives']['edition']
  onClose: () => void
}

/** N6: an edition's words become the draft's again, as a change like any other; what will change is said before. */
export function RestoreDialog({ edition, onClose }: Props) {
  const { narrativeId } = edition
  const me = useMe()
  const draft = useQuery(
    api.narratives.draftText.queryOptions({ input: { narrativeId }, staleTime: 0, refetchInterval: 5_000 }),
  )
  const restore = useMutation(
    api.narratives.restore.mutationOptions({
      onSuccess(restored) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.draftText.key() })
        go(paths.draft({ narrativeId }))
        notifyUndo(
          `Edition ${restored.number} is restored: ${restored.wordsAdded} words came back, ${restored.wordsRemoved} went.`,
          () => void undo(restored),
        )
      },
    }),
  )
  // the contract carries documents as loose JSON; the server brought both through the schema
  const [now, then] = [draft.data?.document, edition.document] as unknown as [DocumentJson?, DocumentJson?]
  const changes = now && then ? compare(now, then) : undefined
  const others = (draft.data?.here ?? []).filter(({ id }) => id !== me.person.id)
  const same = changes?.changes.length === 0 ? 'The draft says what this edition says.' : undefined
  return (
    <Dialog
      title={`Restore edition ${edition.number}`}
      lead="The draft will say what this edition says. That is a change like any other: the editions stay as they are, and what stands in the draft now is kept and can be put back."
      open
      onClose={onClose}
      dismissable={!restore.isPending}
    >
      <div className="flex flex-col gap-4">
        {draft.isPending && <Loading what="Comparing with the draft" />}
        {changes && (
          <p className="figures" role="status">
            {same ??
              `${changes.changes.length} ${changes.changes.length === 1 ? 'place' : 'places'} will change: ${changes.wordsAdded} words come back, ${changes.wordsRemoved} go.`}{' '}
            {same === undefined && (
              <TextLink href={withSearch(paths.draftChanges({ narrativeId }), { from: edition.id })}>
                See what differs
              </TextLink>
            )}
          </p>
        )}
        {others.length > 0 && (
          <p className="text-amber">
            {names(others)} {others.length === 1 ? 'has' : 'have'} the draft open now. Ask before you restore:
            words that stand in a paragraph you put back change under their hands.
          </p>
        )}
        {(restore.error ?? draft.error) && (
          <ErrorNote error={restore.error ?? draft.error} safe="The draft is as it was." />
        )}
        <div className="flex flex-wrap gap-3">
          <Button
            kind="go"
            busy={restore.isPending}
            disabledReason={changes ? same : 'The draft is being read.'}
            onClick={() => restore.mutate({ editionId: edition.id })}
          >
            {restore.isPending ? 'Restoring…' : 'Restore in the draft'}
          </Button>
          {!restore.isPending && (
            <Button kind="bare" onClick={onClose}>
              Leave the draft as it is
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

const names = (people: readonly { name: string }[]) =>
  new Intl.ListFormat('en').format(people.map(({ name }) => name))

async function undo({ id, narrativeId }: Outputs['narratives']['restore']) {
  try {
    await client.narratives.undoRestore({ narrativeId, restoreId: id })
    notify('The draft says again what it said before.')
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.kind !== 'refused') {
      notifyProblem('It could not be undone just now. The draft is as restored; what stood before is kept.')
      return
    }
    notify(refusal.message, {
      label: 'What stood before, as Markdown',
      href: `/api/narratives/${narrativeId}/restores/${id}/markdown`,
    })
  }
}
