import type { AssistantProposal } from '@foreword/core/meetings/assistants-contract'
import type { Purpose } from '@foreword/core/meetings/plan'
import { meetingRefusals } from '@foreword/core/meetings/refusals'
import { useState } from 'react'
import type { Inputs } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { newKey } from '../../key.ts'
import { WhoFinishes } from '../../narratives/WhoFinishes.tsx'
import { ReadershipLine } from '../../reviews/feedback/Readership.tsx'
import { go, useLeaveWarning } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { clockTime, minutesWords, zoneWords } from '../words.ts'
import { asSent, type Invitee, missingRole } from './attendees.ts'
import { People } from './People.tsx'
import { Unready } from './Unready.tsx'

/** What is filled in: everything of a meeting but what it is on. */
export type Filled = Omit<Inputs['meetings']['schedule'], 'initiativeId' | 'editionId'>

interface Props {
  proposal: AssistantProposal
  schedule: {
    mutate: (meeting: Filled) => void
    error: Error | null
    isPending: boolean
    isSuccess: boolean
  }
  /** Where *Not now* leads. */
  back: string
  /** The idea, for whoever may read it. */
  initiativeId?: string
}

/** The next half hour that leaves ten minutes to get there. */
function nextSlot(now: Date): string {
  const at = new Date(now.getTime() + 10 * 60_000)
  at.setMinutes(at.getMinutes() <= 30 ? 30 : 60, 0, 0)
  return clockTime(at)
}

const whole = (text: string, otherwise: number) => {
  const count = Number.parseInt(text, 10)
  return Number.isNaN(count) ? otherwise : count
}

export function ScheduleForm({ proposal, schedule, back, initiativeId }: Props) {
  const [purpose, setPurpose] = useState<Purpose>('improve')
  const [invitees, setInvitees] = useState<Invitee[]>(proposal.attendees)
  const [day, setDay] = useState(() => dayFromNow(0))
  const [time, setTime] = useState(() => nextSlot(new Date()))
  const [reading, setReading] = useState(String(proposal.readingMinutes))
  const [discussion, setDiscussion] = useState(String(proposal.discussionMinutes))
  const [key] = useState(newKey)
  const [touched, setTouched] = useState(false)
  useLeaveWarning(
    touched && !schedule.isSuccess ? 'The meeting is not scheduled yet. Leave all the same?' : undefined,
  )

  const startsAt = new Date(`${day}T${time}`)
  const known = !Number.isNaN(startsAt.getTime())
  const readingMinutes = whole(reading, proposal.readingMinutes)
  const discussionMinutes = whole(discussion, proposal.discussionMinutes)
  const inAll = readingMinutes + discussionMinutes
  const missing = missingRole(invitees, purpose)
  const deciding = purpose === 'decide'
  const asksWhy = deciding && proposal.unready.length > 0 && proposal.unreadyQuestions !== 'block'
  const blocked = deciding && proposal.unready.length > 0 && proposal.unreadyQuestions === 'block'
  const reason = missing
    ? meetingRefusals[missing].message
    : blocked
      ? meetingRefusals['not-ready'].message
      : known
        ? undefined
        : 'Say on which day and at what time it begins.'

  return (
    <Form
      className="mt-2"
      error={schedule.error}
      safe="Nothing was scheduled, and what you filled in is still here."
      onSubmit={(text) =>
        schedule.mutate({
          key,
          purpose,
          startsAt: startsAt.toISOString(),
          place: text('place'),
          callLink: text('callLink').trim(),
          readingMinutes,
          discussionMinutes,
          attendees: asSent(invitees, purpose),
          whyNow: asksWhy ? text('whyNow') : '',
        })
      }
      actions={
        <>
          <Button kind="go" type="submit" busy={schedule.isPending} disabledReason={reason}>
            Schedule the meeting
          </Button>
          <Button kind="bare" onClick={() => go(back)}>
            Not now
          </Button>
        </>
      }
    >
      {/* a change of any field is a reason to ask before leaving */}
      <div onChange={() => setTouched(true)}>
        <Section title="What it is for">
          <RadioGroup
            label={<span className="sr-only">What it is for</span>}
            name="purpose"
            value={purpose}
            onChange={setPurpose}
            options={[
              {
                value: 'improve',
                label: 'To improve the document',
                help: 'It ends with the agreed customer experience and the why, and with better questions.',
              },
              {
                value: 'decide',
                label: 'To decide',
                help: 'It ends with a recorded decision, or with one owed by a named decider on a day.',
              },
            ]}
          />
        </Section>
        <Section title="When and where">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Day"
              type="date"
              name="day"
              required
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <Field
              label="Time"
              type="time"
              name="startsAt"
              required
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
              help={known ? zoneWords(startsAt) : undefined}
            />
            <Field label="Place" name="place" placeholder="The long table" maxLength={200} />
            <Field label="Call link" name="callLink" type="url" inputMode="url" placeholder="https://…" />
            <Field
              label="Silent reading, minutes"
              type="number"
              name="readingMinutes"
              min={1}
              max={240}
              value={reading}
              onChange={(event) => setReading(event.currentTarget.value)}
              help={
                <>
                  {proposal.readingMinutes} proposed for{' '}
                  {proposal.pages === 1 ? 'its one page' : `its ${proposal.pages} pages`}.{' '}
                  <WhoFinishes pages={proposal.corePages} minutes={readingMinutes} />
                </>
              }
            />
            <Field
              label="Discussion, minutes"
              type="number"
              name="discussionMinutes"
              min={1}
              max={240}
              value={discussion}
              onChange={(event) => setDiscussion(event.currentTarget.value)}
              help={
                known
                  ? `${minutesWords(inAll)} in all, until ${clockTime(new Date(startsAt.getTime() + inAll * 60_000))}`
                  : undefined
              }
            />
          </div>
        </Section>
        <Section title="Who comes" note={`${invitees.length} invited`}>
          <People
            invitees={invitees}
            purpose={purpose}
            onChange={(next) => {
              setInvitees(next)
              setTouched(true)
            }}
          />
        </Section>
        {initiativeId !== undefined && (
          <Section title="Who has read it">
            <ReadershipLine initiativeId={initiativeId} />
          </Section>
        )}
        <Section title="The five questions">
          <Unready
            unready={proposal.unready}
            policy={proposal.unreadyQuestions}
            purpose={purpose}
            {...(initiativeId === undefined ? {} : { initiativeId })}
          />
          {asksWhy && (
            <div className="mt-4">
              <TextArea
                label="Why is a decision due now?"
                name="whyNow"
                maxLength={500}
                placeholder="The state opens its tender on the first of March and again in three years."
                help={
                  proposal.unreadyQuestions === 'ask-why'
                    ? 'One sentence. It is recorded, and the room reads it before it starts.'
                    : 'One sentence, if there is one. The room reads it before it starts.'
                }
              />
            </div>
          )}
        </Section>
      </div>
    </Form>
  )
}
