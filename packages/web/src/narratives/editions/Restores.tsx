import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { List, Row, Section } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'

type Restore = Outputs['narratives']['restores'][number]

interface Props {
  idea: Idea
  /** `title` is said when an idea has several documents. */
  draft: { id: Outputs['narratives']['get']['id']; title: string }
  isOnly: boolean
}

/** N6: which editions were put back into a draft, by whom, and what stood there before; nothing when none was. */
export function Restores({ idea, draft, isOnly }: Props) {
  const input = { narrativeId: draft.id }
  const restores = useQuery(api.narratives.restores.queryOptions({ input, staleTime: 0 }))
  const undo = useMutation(
    api.narratives.undoRestore.mutationOptions({
      onSuccess: () => notify('The draft says again what it said before.'),
      onSettled: () => void queryClient.invalidateQueries({ queryKey: api.narratives.key() }),
    }),
  )
  const reason = whyNot('narratives.undoRestore', useMe(), idea.right)
  if (restores.error) return <ErrorNote className="mt-6" error={restores.error} />
  if (!restores.data || restores.data.length === 0) return null
  return (
    <Section
      title="Put back into the draft"
      note={isOnly ? String(restores.data.length) : draft.title || 'the one without a headline'}
    >
      {undo.error && <ErrorNote className="mb-3" error={undo.error} safe="The draft is as it was." />}
      <List label="Editions put back into the draft">
        {restores.data.map((restore) => (
          <Row
            key={restore.id}
            href={paths.edition({ editionId: restore.editionId })}
            detail={
              <>
                By {restore.restoredBy.name} · <RelativeTime at={restore.restoredAt} />
                {restore.undoneAt && (
                  <>
                    {' · taken back '}
                    <RelativeTime at={restore.undoneAt} />
                  </>
                )}{' '}
                · kept:{' '}
                <a
                  className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
                  href={`/api/narratives/${draft.id}/restores/${restore.id}/markdown`}
                  download
                >
                  the {counted(restore.wordsBefore)} that stood before, as Markdown
                </a>
              </>
            }
            aside={
              restore.undoneAt === null && (
                <Button
                  busy={undo.isPending && undo.variables.restoreId === restore.id}
                  disabledReason={reason ?? whyNotNow(restore)}
                  onClick={() => undo.mutate({ narrativeId: draft.id, restoreId: restore.id })}
                >
                  Put back what stood before
                </Button>
              )
            }
          >
            Edition {restore.number}
          </Row>
        ))}
      </List>
    </Section>
  )
}

const whyNotNow = ({ isAsRestored }: Restore) =>
  isAsRestored
    ? undefined
    : 'The draft has been written in since. Take what you need of what stood before from the Markdown.'

const counted = (words: number) => (words === 1 ? '1 word' : `${words} words`)
