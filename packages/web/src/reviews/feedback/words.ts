import { roundLabels } from '@foreword/core/people/rounds'
import { wantLabels } from '@foreword/core/reviews/feedback/labels'
import type { Outputs } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'

export type Asked = Outputs['feedback']['asked']
export type Request = Outputs['feedback']['list'][number]
type Wants = Asked['wants']

/** Out of an address: what is no id the server refuses, and says so. */
export const requestIdOf = (id: string) => id as Asked['id']

/** `Thursday 4 March`. */
export const untilWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
export const roundWords = (round: Asked['round']) => roundLabels[round]

/** `concept, pricing and form`. */
export const wantWords = (wants: Wants) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(
    wants.map((want) => wantLabels[want].toLowerCase()),
  )

/** Where whoever is asked reads it. */
export const readingPage = ({ id, narrativeId, edition }: Pick<Asked, 'id' | 'narrativeId' | 'edition'>) =>
  withSearch(edition ? paths.edition({ editionId: edition.id }) : paths.draft({ narrativeId }), { asked: id })

/** What is new to whoever read an earlier edition of it. */
export const changesSince = (
  { narrativeId, edition }: Pick<Asked, 'narrativeId' | 'edition'>,
  from: string,
) =>
  withSearch(edition ? paths.changes({ editionId: edition.id }) : paths.draftChanges({ narrativeId }), {
    from,
  })

/** `read it on …` and the rest of what came back, in one line. */
export function cameBack({ readAt, minutes, page, comments }: Request['readers'][number]): string {
  return [
    readAt === null ? (minutes > 0 ? 'has begun' : 'not yet') : 'has read it',
    ...(minutes > 0 ? [minutes === 1 ? '1 minute' : `${minutes} minutes`] : []),
    ...(page !== null ? [`to page ${page}`] : []),
    ...(comments > 0 ? [comments === 1 ? '1 comment' : `${comments} comments`] : []),
  ].join(' · ')
}
