import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api.ts'
import { ideaQuery } from '../../initiatives/idea.ts'
import { RestsOn } from '../../narratives/edition/RestsOn.tsx'
import { paths, withSearch } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { refusalOf } from '../../refusal.ts'
import { go, Link } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Page, TextLink } from '../../ui/Page.tsx'
import { decisionIdOf } from '../ids.ts'
import { type DecisionRecord, dateWords, headline } from '../words.ts'
import { Conditions, Dissents, Rationale, ToDo } from './Body.tsx'
import { Facts } from './Facts.tsx'
import { Foot } from './Foot.tsx'
import { Questions } from './Questions.tsx'
import { dissentsOf, takenIn, tasksOf } from './taken.ts'

export function DecisionPage({ decisionId }: { decisionId: string }) {
  const record = useQuery(api.decisions.get.queryOptions({ input: { decisionId: decisionIdOf(decisionId) } }))
  if (record.data) return <Decision decision={record.data} />
  if (!record.error)
    return (
      <Page title="Decision" heading={'\u00a0'}>
        <Loading />
      </Page>
    )
  if (refusalOf(record.error).kind !== 'refused')
    return (
      <Page title="Decision">
        <ErrorNote className="mt-6" error={record.error} retry={() => void record.refetch()} />
      </Page>
    )
  return (
    <Page
      title="No decision here"
      lead="There is none at this address, or its idea is not shared with you. The idea’s owner can share it."
    >
      <p className="mt-5">
        <TextLink href={paths.decisions()}>To the decisions you may read</TextLink>
      </p>
    </Page>
  )
}

/** The record of a decision. It reads like a printed page: what was decided, why, and who saw it otherwise. */
function Decision({ decision }: { decision: DecisionRecord }) {
  const { id, number, initiativeId, title, edition, recordedAt, sentence, meetingId } = decision
  const room = useQuery({
    ...api.meetings.room.queryOptions({ input: { meetingId: meetingId ?? NO_MEETING } }),
    enabled: meetingId !== null,
  })
  const taken = room.data ? takenIn(room.data) : null
  const titled = headline(decision)
  return (
    <Page
      title={`Decision ${number}: ${title}`}
      heading={<span className="text-display">{titled}</span>}
      kicker={
        <>
          Decision {number} · <QuietLink href={paths.idea({ initiativeId })}>{title}</QuietLink>
          {edition && (
            <>
              ,{' '}
              <QuietLink
                href={paths.edition({ editionId: edition.id })}
              >{`edition\u00a0${edition.number}`}</QuietLink>
            </>
          )}
          {'\u00a0· '}
          {dateWords(recordedAt)}
        </>
      }
    >
      <Superseding decision={decision} />
      {edition && !decision.supersededBy && (
        <RestsOn edition={edition} initiativeId={initiativeId} className="mt-4" />
      )}
      <p className="mt-5 max-w-measure font-text text-lead leading-relaxed oldstyle">
        {sentence.map(({ text, strong }, at) =>
          strong ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a recorded sentence never changes
            <b key={at} className="font-semibold">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </p>
      <Facts decision={decision} taken={taken} />
      <Rationale decision={decision} />
      <Conditions decision={decision} />
      <Dissents dissents={dissentsOf(decision, taken)} />
      <ToDo tasks={tasksOf(decision, taken)} />
      {taken && <Questions taken={taken} />}
      <Foot decision={decision} room={room.data?.room} />
      <Acts key={id} decision={decision} />
    </Page>
  )
}

function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="underline decoration-rule-2 underline-offset-3 hover:text-accent hover:decoration-accent"
    >
      {children}
    </Link>
  )
}

// never asked for: the query of a decision without a meeting is off
const NO_MEETING = '' as NonNullable<DecisionRecord['meetingId']>

/** What it stands in place of, and what stands in place of it. */
function Superseding({ decision: { supersedes, supersededBy } }: { decision: DecisionRecord }) {
  if (!supersedes && !supersededBy) return null
  return (
    <p className="mt-4 text-ink-2">
      {supersededBy && (
        <span className="text-amber">
          This no longer holds.{' '}
          <TextLink href={paths.decision({ decisionId: supersededBy })}>A later decision</TextLink> supersedes
          it.
        </span>
      )}{' '}
      {supersedes && (
        <>
          It supersedes{' '}
          <TextLink href={paths.decision({ decisionId: supersedes })}>an earlier decision</TextLink>.
        </>
      )}
    </p>
  )
}

function Acts({ decision: { id, initiativeId, supersededBy } }: { decision: DecisionRecord }) {
  const me = useMe()
  const idea = useQuery(ideaQuery(initiativeId))
  const reason = supersededBy
    ? 'It has been superseded already: supersede the latest one.'
    : idea.data
      ? whyNot('decisions.record', me, idea.data.right)
      : 'The idea is being opened.'
  const supersede = () => go(withSearch(paths.recordDecision({ initiativeId }), { supersedes: id }))
  useCommands([
    {
      id: 'decision.supersede',
      title: 'Supersede this decision',
      group: 'This decision',
      run: supersede,
      disabledReason: reason,
    },
    { id: 'decision.print', title: 'Print this decision', group: 'This decision', run: () => window.print() },
  ])
  return (
    <div className="mt-7 flex flex-wrap gap-2 print:hidden">
      <Button disabledReason={reason} onClick={supersede}>
        Supersede it
      </Button>
      <Button kind="bare" onClick={() => window.print()}>
        Print
      </Button>
    </div>
  )
}
