import { gather } from '@foreword/core/notifications/gather'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/Page.tsx'
import { NewsRow } from './NewsRow.tsx'
import { useSee } from './useSee.ts'

const MOST = 5
/** Nobody waits for news: what needs somebody has a place of its own above. */
const ASKED_AGAIN_MS = 30_000

/** What others did since I looked, after all that needs me. */
export function useNews(): DeskPart {
  const news = useQuery({
    ...api.notifications.list.queryOptions({ input: { unseen: true, most: 50 } }),
    refetchInterval: ASKED_AGAIN_MS,
  })
  const see = useSee()
  const { lines = [], seenAt = null } = news.data ?? {}
  const rows = gather(lines)
  const [latest] = lines
  return {
    id: 'news',
    title: 'News',
    note: <TextLink href={paths.news()}>{rows.length > MOST ? `all ${rows.length}` : 'all of it'}</TextLink>,
    actions: latest && (
      <Button kind="bare" busy={see.isPending} onClick={() => void see.see(latest.at, seenAt)}>
        I have seen it
      </Button>
    ),
    isPending: news.isPending,
    error: news.error,
    retry: () => void news.refetch(),
    rows: rows.slice(0, MOST).map((row) => <NewsRow key={row.first.id} row={row} isNew />),
  }
}
