import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api.ts'
import { useSearch } from '../../router.tsx'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { type Edition, useEdition, useEditionBefore } from '../edition/EditionFrame.tsx'
import { Comparing } from './Comparing.tsx'
import { draftSide, editionSide } from './side.ts'

/** N6: two editions in one text, words struck and words added in their places. */
export function ChangesPage({ editionId }: { editionId: string }) {
  const after = useEdition(editionId)
  const chosen = useSearch().get('from')
  const previous = useEditionBefore(after.data)
  const before = useEdition(chosen ?? previous?.id ?? editionId)
  const error = after.error ?? before.error
  const sides = useMemo(
    () => after.data && before.data && { after: editionSide(after.data), before: editionSide(before.data) },
    [after.data, before.data],
  )
  if (error) return <CannotOpen error={error} />
  if (!after.data || !sides || (chosen === null && previous === undefined)) return <Waiting />
  const { initiativeId, paper, narrativeId } = after.data
  return (
    <Comparing
      key={`${sides.before.id} ${sides.after.id}`}
      {...{ ...sides, initiativeId, narrativeId, paper }}
    />
  )
}

/** N6: the draft as it is now, against one of its editions. */
export function DraftChangesPage({ narrativeId }: { narrativeId: string }) {
  // the id comes out of the address; what is none the server refuses
  const input = { narrativeId: narrativeId as Edition['narrativeId'] }
  const narrative = useQuery(api.narratives.get.queryOptions({ input }))
  // fetched when the page is opened and not followed: a text that changes under the eye cannot be compared
  const still = { staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }
  const text = useQuery(api.narratives.draftText.queryOptions({ input, ...still }))
  const layout = useQuery(api.narratives.layout.queryOptions({ input, ...still }))
  const editions = useQuery(
    api.narratives.editions.queryOptions({
      // asked only with a narrative
      input: { initiativeId: narrative.data?.initiativeId as Edition['initiativeId'] },
      enabled: narrative.data !== undefined,
    }),
  )
  const last = editions.data?.find((edition) => edition.narrativeId === narrativeId)
  const from = useSearch().get('from') ?? last?.id
  const error = narrative.error ?? text.error ?? editions.error
  if (error) return <CannotOpen error={error} />
  if (!narrative.data || !text.data || !editions.data || layout.isPending) return <Waiting />
  const after = draftSide(narrative.data, text.data, layout.data)
  const { initiativeId } = narrative.data
  if (from === undefined) {
    const none = { after, before: after, initiativeId, narrativeId, paper: 'letter' as const }
    return <Comparing {...none} />
  }
  return <AgainstDraft key={from} {...{ from, after, initiativeId, narrativeId }} />
}

type AgainstDraftProps = Pick<Parameters<typeof Comparing>[0], 'after' | 'initiativeId' | 'narrativeId'> & {
  from: string
}

function AgainstDraft({ from, ...rest }: AgainstDraftProps) {
  const before = useEdition(from)
  if (before.error) return <CannotOpen error={before.error} />
  if (!before.data) return <Waiting />
  return <Comparing before={editionSide(before.data)} paper={before.data.paper} {...rest} />
}

const Waiting = () => (
  <div className="p-10">
    <Loading what="Comparing the two" />
  </div>
)
