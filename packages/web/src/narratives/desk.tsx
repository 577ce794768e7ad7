import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths } from '../paths.ts'
import { Row } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

const MOST = 5

/** Q3: drafts of mine that no meeting can read, because nobody has frozen them yet. */
export function useUnfrozen(): DeskPart {
  const drafts = useQuery(api.narratives.unfrozen.queryOptions())
  const waiting = drafts.data ?? []
  return {
    id: 'unfrozen',
    title: 'Drafts of yours without an edition',
    note: waiting.length > MOST ? `${MOST} of ${waiting.length}` : undefined,
    isPending: drafts.isPending,
    error: drafts.error,
    retry: () => void drafts.refetch(),
    rows: waiting.slice(0, MOST).map(({ id, title, createdAt }) => (
      <Row
        key={id}
        href={paths.draft({ narrativeId: id })}
        detail={
          <>
            Begun <RelativeTime at={createdAt} />. Freeze a first edition, and people can read it in a
            meeting.
          </>
        }
      >
        {title || 'Without a headline yet'}
      </Row>
    )),
  }
}
