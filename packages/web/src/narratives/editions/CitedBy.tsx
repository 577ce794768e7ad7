import { Fragment, type ReactNode } from 'react'
import type { Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'

type Citations = Outputs['meetings']['citations'][number]

/** N6: what hangs on an edition, as links to it. */
export function CitedBy({ citations }: { citations: Citations }) {
  const { editionId, meetings, decisions, comments, questions } = citations
  const cited: { key: string; shows: ReactNode }[] = [
    ...meetings.map(({ id, startsAt, calledOff }) => ({
      key: id,
      shows: (
        <>
          <TextLink href={paths.meeting({ meetingId: id })}>the meeting of {dayOf(startsAt)}</TextLink>
          {calledOff && ' (called off)'}
        </>
      ),
    })),
    ...decisions.map(({ id, number, outcome }) => ({
      key: id,
      shows: (
        <TextLink href={paths.decision({ decisionId: id })}>
          decision {number}: {outcomes[outcome]}
        </TextLink>
      ),
    })),
    ...(comments > 0
      ? [
          {
            key: 'comments',
            shows: <TextLink href={paths.edition({ editionId })}>{counted(comments, 'comment')}</TextLink>,
          },
        ]
      : []),
    // they are listed with the meeting in which they were asked
    ...(questions > 0 ? [{ key: 'questions', shows: counted(questions, 'question') }] : []),
  ]
  return (
    <span className="mt-0.5 block">
      Cited by{' '}
      {cited.map(({ key, shows }, at) => (
        <Fragment key={key}>
          {at > 0 && ', '}
          {shows}
        </Fragment>
      ))}
    </span>
  )
}

const outcomes = {
  fund: 'fund it',
  revise: 'revise and resubmit',
  investigate: 'investigate',
  park: 'park it',
  'set-aside': 'set it aside',
  merge: 'merge it',
} as const satisfies Record<Citations['decisions'][number]['outcome'], string>

// a number stays with what it counts
const counted = (count: number, one: string) => `${count}\u00a0${one}${count === 1 ? '' : 's'}`

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const dayOf = (at: string) => day.format(new Date(at)).replaceAll(' ', '\u00a0')
