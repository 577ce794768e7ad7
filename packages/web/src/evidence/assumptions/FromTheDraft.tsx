import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { useTracking } from './useTracking.ts'

type Draft = Outputs['narratives']['openAssumptions'][number]

/** What stands in [square brackets] in the idea's drafts and is tracked by nobody yet. */
export function FromTheDraft({ idea, mayNot }: { idea: Idea; mayNot: string | undefined }) {
  const drafts = useQuery(api.narratives.openAssumptions.queryOptions({ input: { initiativeId: idea.id } }))
  const waiting = (drafts.data ?? []).filter(({ assumptions }) => assumptions.some(({ tracked }) => !tracked))
  return (
    <section aria-labelledby="from-the-draft" className="mt-8 border-t border-rule pt-5">
      <h2 id="from-the-draft" className="font-text text-lead font-semibold">
        From the draft
      </h2>
      {drafts.isPending && <Loading />}
      {drafts.isError && <ErrorNote error={drafts.error} retry={() => void drafts.refetch()} />}
      {drafts.isSuccess && waiting.length === 0 && (
        <p className="mt-1 text-ink-2">
          What the draft says in [square brackets] is listed here until it is tracked. Nothing is waiting.
        </p>
      )}
      {waiting.map((draft) => (
        <Brackets key={draft.narrativeId} draft={draft} mayNot={mayNot} />
      ))}
    </section>
  )
}

function Brackets({ draft, mayNot }: { draft: Draft; mayNot: string | undefined }) {
  const { track, isPending } = useTracking(draft.narrativeId)
  return (
    <>
      <p className="mt-1 text-small text-ink-2">
        In brackets in{' '}
        <TextLink href={paths.draft({ narrativeId: draft.narrativeId })}>
          {draft.title || 'the draft'}
        </TextLink>
      </p>
      <ul aria-label="In brackets in the draft" className="mt-2">
        {draft.assumptions
          .filter(({ tracked }) => !tracked)
          .map((assumption) => (
            <li
              key={`${assumption.at.blockId} ${assumption.at.from}`}
              className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 border-t border-rule py-2.5"
            >
              <span className="min-w-0 flex-1 basis-40 font-text wrap-break-word">{assumption.text}</span>
              <Button disabledReason={mayNot} busy={isPending(assumption)} onClick={() => track(assumption)}>
                Track it<span className="sr-only"> “{assumption.text.slice(0, 60)}”</span>
              </Button>
            </li>
          ))}
      </ul>
    </>
  )
}
