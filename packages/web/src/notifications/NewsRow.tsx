import { actorsOf, type NewsRow as Gathered } from '@foreword/core/notifications/gather'
import { aboutHref } from '../initiatives/about.ts'
import { paths, withSearch } from '../paths.ts'
import { Row } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

/** Who did what, where; it leads to the place. What is new stands in full ink. */
export function NewsRow({ row, isNew }: { row: Gathered; isNew: boolean }) {
  const { first, lines } = row
  const [latest = first] = lines
  const who = actorsOf(row)
  return (
    <Row
      href={hrefOf(first)}
      detail={
        <>
          {first.initiative.name} · <RelativeTime at={latest.at} />
        </>
      }
    >
      <span className={isNew ? '' : 'text-ink-2'}>
        {first.comment === null && (
          <>
            {who} {first.says}
          </>
        )}
        {first.comment !== null && lines.length > 1 && `${lines.length} comments${who && ` from ${who}`}`}
        {first.comment !== null && lines.length === 1 && (
          <>
            {who && `${who}: `}
            <span className="line-clamp-2 font-text text-read italic">{first.says}</span>
          </>
        )}
      </span>
      {first.comment === null && first.reason !== '' && (
        <span className="block font-text text-read text-ink-2">“{first.reason}”</span>
      )}
    </Row>
  )
}

function hrefOf({ comment, about, initiative }: Gathered['first']): string {
  if (comment) {
    const { id, editionId, narrativeId } = comment
    return withSearch(editionId ? paths.edition({ editionId }) : paths.draft({ narrativeId }), {
      comment: id,
    })
  }
  return (about && aboutHref(about, initiative.id)) ?? paths.idea({ initiativeId: initiative.id })
}
