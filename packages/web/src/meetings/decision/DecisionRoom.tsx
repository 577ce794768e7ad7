import { phaseLabels } from '@foreword/core/meetings/labels'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/Page.tsx'
import { DiscussionTime } from '../discussion/DiscussionTime.tsx'
import { tallyWords } from '../discussion/Wants.tsx'
import { Ending } from '../ending/Ending.tsx'
import { Address } from '../room/Address.tsx'
import { ActButton, whyNotNow } from '../room/act.tsx'
import { Customer } from '../room/Customer.tsx'
import { useRoomNow, useTitle } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import type { PhaseOf } from '../room/phaseOf.ts'
import { useFromTheTop } from '../room/top.ts'
import { Deliberate, goingOn, Waiting } from './Deliberation.tsx'
import { OweDecision } from './OweDecision.tsx'
import { Prediction } from './Prediction.tsx'
import { Recorded } from './Recorded.tsx'
import { TakeDecision } from './TakeDecision.tsx'
import { Views } from './Views.tsx'

/** R9, D2: the round of views, then one sentence by whoever decides, then what everybody makes of it. */
export function DecisionRoom({ phase }: { phase: PhaseOf<'decision'> }) {
  const { room } = useRoomNow()
  const title = useTitle()
  const { decision } = phase
  // whoever may call them back is among those who deliberate
  const waits = goingOn(phase.deliberations) && whyNotNow(room, 'endDeliberation') !== undefined
  useFromTheTop()
  return (
    <div className="talk">
      <header className="talk-head">
        <h1 className="talk-name">{title}</h1>
        <div className="talk-facts">
          <span>{phaseLabels.decision}</span>
          <DiscussionTime phase={phase} />
          <Address href={paths.edition({ editionId: room.edition.id })}>
            edition {room.edition.number}
          </Address>
        </div>
        <span className="ml-auto flex items-center gap-1.5">
          <Manage />
          <ActButton
            act="returnToDiscussion"
            given={{}}
            kind="bare"
            disabledReason={decision?.name === 'recorded' ? 'The decision is recorded.' : undefined}
          >
            Discuss again
          </ActButton>
        </span>
      </header>
      <div className="mx-auto w-full max-w-page px-4 pt-8 pb-20 sm:px-10">
        <Customer />
        {waits ? (
          <>
            <Waiting phase={phase} />
            <Prediction isRecorded={decision?.name === 'recorded'} />
          </>
        ) : (
          <Deciding phase={phase} />
        )}
      </div>
    </div>
  )
}

function Deciding({ phase }: { phase: PhaseOf<'decision'> }) {
  const { decision } = phase
  return (
    <>
      {decision?.name !== 'recorded' && <Views views={phase.views} heard={phase.heard} />}
      <Deliberate phase={phase} />
      <Prediction isRecorded={decision?.name === 'recorded'} />
      <Section title="The decision" note={`Would they want it? ${tallyWords(phase.tally)}`}>
        {decision?.name === 'recorded' ? <Recorded decisionId={decision.decisionId} /> : <TakeDecision />}
      </Section>
      {decision?.name !== 'recorded' && <OweDecision owed={decision} />}
      <div className="mt-12">
        <Ending phase={phase} />
      </div>
    </>
  )
}
