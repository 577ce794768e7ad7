import { spokenDay } from '@foreword/core/calendar'
import { oneQuestion } from '@foreword/core/meetings/labels'
import { useState } from 'react'
import { paths, withSearch } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { Deliberated } from '../decision/Deliberation.tsx'
import { TakeDecision } from '../decision/TakeDecision.tsx'
import { EndedAs } from '../discussion/EndedAs.tsx'
import { Said } from '../discussion/Note.tsx'
import { FormRemarks } from '../discussion/Queue.tsx'
import { endsSentence, lineWords } from '../discussion/queue.ts'
import { Moved, tallyWords } from '../discussion/Wants.tsx'
import { Pace } from '../pace/Pace.tsx'
import { Address } from '../room/Address.tsx'
import { whyNotNow } from '../room/act.tsx'
import { useIsGuest, useRoomNow, useTitle } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { useFromTheTop } from '../room/top.ts'
import { Absent } from '../window/GiveWindow.tsx'
import { YourWindow } from '../window/YourWindow.tsx'
import { names, whenWords } from '../words.ts'
import { Actions } from './Actions.tsx'
import { Afterwards } from './Afterwards.tsx'
import { Agreed } from './Experience.tsx'
import { Responded } from './Responses.tsx'
import { SaveRecord } from './SaveRecord.tsx'
import { Unsent } from './Unsent.tsx'

/** What the room left behind; it reads like a page of minutes, because that is what it is. */
export function Closed({ phase }: { phase: PhaseOf<'closed'> }) {
  const { room } = useRoomNow()
  const title = useTitle()
  const isGuest = useIsGuest()
  const { initiativeId, edition } = room
  const held = phase.how === 'held'
  useFromTheTop()
  const isDemonstration = useIsDemonstration()
  const [skips, setSkips] = useState(false)
  if (room.me?.window && !skips)
    return (
      <div className="mx-auto max-w-page px-4 pt-10 pb-20 sm:px-10 sm:pt-18">
        <YourWindow {...room.me.window} onSkip={() => setSkips(true)} />
      </div>
    )
  return (
    <div className="mx-auto max-w-page px-4 pt-10 pb-20 sm:px-10 sm:pt-18">
      <header>
        <p className="text-ink-2">
          <Address href={paths.ideaMeetings({ initiativeId })}>{title ?? 'Meetings'}</Address> ·{' '}
          <Address href={paths.edition({ editionId: edition.id })}>edition {edition.number}</Address> ·{' '}
          {whenWords(new Date(phase.at), new Date())}
        </p>
        <h1 className="mt-1 font-text text-display font-semibold">
          {held ? 'The meeting is closed.' : 'The meeting was called off.'}
        </h1>
        {held && <p className="mt-2 text-ink-2 first-letter:uppercase">{endsSentence(phase.questions)}</p>}
        {phase.early && (
          <p className="mt-1 text-small text-ink-3">
            The questions were opened while {phase.early.stillReading} still read: “{phase.early.because}”
          </p>
        )}
      </header>
      {!isDemonstration && <Unsent />}
      <Left phase={phase} />
      {phase.ending && (
        <Section title="What we agreed">
          <Agreed ending={phase.ending} />
          <Responded responses={phase.responses} />
        </Section>
      )}
      {held && (phase.actions.length > 0 || whyNotNow(room, 'setAction') === undefined) && (
        <Section title="What is to be done">
          <Actions actions={phase.actions} />
        </Section>
      )}
      {held && (
        <Section title={oneQuestion}>
          <p className="font-text text-read first-letter:uppercase">{tallyWords(phase.tally)}</p>
          <Moved tally={phase.tally} />
          {phase.tally.answers.map(({ because }) => (
            <p key={because} className="mt-1.5 font-text text-read text-ink-2">
              “{because}”
            </p>
          ))}
        </Section>
      )}
      {held && !isDemonstration && <Absent phase={phase} />}
      <Questions phase={phase} />
      <FormRemarks remarks={phase.formRemarks} />
      {held && !isDemonstration && !isGuest && (
        <>
          <Afterwards phase={phase} />
          <Pace />
        </>
      )}
      {!isDemonstration && !isGuest && (
        <div className="mt-9 flex flex-wrap gap-2">
          {held && (
            <ButtonLink kind="go" href={paths.narrative({ initiativeId })}>
              To the draft
            </ButtonLink>
          )}
          <ButtonLink href={paths.edition({ editionId: edition.id })}>
            Read edition {edition.number}
          </ButtonLink>
          {held && (
            <ButtonLink href={withSearch(paths.ideaLineage({ initiativeId }), { start: '' })}>
              Start an iteration
            </ButtonLink>
          )}
          {held && <SaveRecord />}
          <ButtonLink kind="bare" href={paths.meetings()}>
            All meetings
          </ButtonLink>
        </div>
      )}
      <p className="mt-8 font-mono text-tiny wrap-anywhere text-ink-3">
        Edition {edition.number} · sha256 {edition.hash}
      </p>
    </div>
  )
}

/** What goes on from here: the decision or who owes it, and what was handed over. */
function Left({ phase }: { phase: PhaseOf<'closed'> }) {
  const { room, name } = useRoomNow()
  const isDemonstration = useIsDemonstration()
  const { decision, handedOver } = phase
  return (
    <>
      <Deliberated deliberations={phase.deliberations} />
      {decision?.name === 'recorded' && (
        <p className="mt-5 font-text text-lead">
          {name(decision.decider)} decided.{' '}
          {!isDemonstration && (
            <Address href={paths.decision({ decisionId: decision.decisionId })}>Read the decision</Address>
          )}
        </p>
      )}
      {decision?.name === 'owed' && (
        <p className="mt-5 font-text text-lead text-amber">
          {name(decision.decider)} owes the decision by {spokenDay(decision.due)}.
        </p>
      )}
      {decision?.name === 'owed' && whyNotNow(room, 'decide') === undefined && (
        <Section title="The decision" note="Recorded when it is taken; the others read it here.">
          <TakeDecision />
        </Section>
      )}
      {handedOver && (
        <p className="mt-3 font-text text-read text-ink-2">
          {names([name(handedOver.to)])} answers {handedOver.questionIds.length} in writing by{' '}
          {spokenDay(handedOver.due)}.
        </p>
      )}
    </>
  )
}

function Questions({ phase }: { phase: PhaseOf<'closed'> }) {
  const { name } = useRoomNow()
  if (phase.questions.length === 0) return null
  // in the list they stand one below the other, with the one that stood large first (R8)
  const isWithOneAbove = (id: string) =>
    phase.clusters.some((ids) => ids.slice(1).some((each) => each === id))
  return (
    <Section title="Every question, and how it ended">
      <ol className="border-b border-rule">
        {phase.questions.map((question) => (
          <li
            key={question.id}
            className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-2.5 border-t border-rule py-3"
          >
            <span className="text-small text-ink-3 figures">
              {question.anchor ? lineWords(question) : 'all'}
            </span>
            <div>
              <p className="font-text text-read wrap-break-word">
                {question.text} {question.by && <span className="text-ink-3">{name(question.by)}</span>}
              </p>
              {isWithOneAbove(question.id) && (
                <p className="-mt-1 text-small text-ink-3">Asked as one with the question above.</p>
              )}
              <div className="-mt-2 text-small">
                <EndedAs question={question} />
              </div>
              <div className="mt-1.5 text-small text-ink-2">
                <Said note={question.note} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
