import { spokenDay } from '@foreword/core/calendar'
import type { MeetingId } from '@foreword/core/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { meQuery } from '../../people/me.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { tellRefusal } from '../room/act.tsx'
import { useIsGuest, useRoomNow } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'

type Words = NonNullable<Outputs['predictions']['own']>

/** D3: what one expects, kept to oneself until its day. Nothing of it comes with the room: it is asked for apart. */
export function Prediction({ isRecorded }: { isRecorded: boolean }) {
  const { room } = useRoomNow()
  const isAllowed = useQuery(meQuery).data?.workspace.settings.predictions ?? false
  const isGuest = useIsGuest()
  const isStored = !useIsDemonstration()
  if (!isAllowed || isGuest || !isStored || !room.me?.joined) return null
  return <Own meetingId={room.meetingId} isRecorded={isRecorded} />
}

function Own({ meetingId, isRecorded }: { meetingId: MeetingId; isRecorded: boolean }) {
  const own = useQuery(api.predictions.own.queryOptions({ input: { meetingId } }))
  const [isWriting, setIsWriting] = useState(false)
  const heard = { onSettled: () => queryClient.invalidateQueries({ queryKey: api.predictions.key() }) }
  const seal = useMutation(api.predictions.seal.mutationOptions(heard))
  const takeBack = useMutation(api.predictions.takeBack.mutationOptions(heard))
  // what cannot be known now is no part of the room’s business
  if (own.data === undefined) return null
  const words = own.data
  if (isRecorded && !words) return null
  const write = () => {
    seal.reset()
    setIsWriting(true)
  }
  return (
    <Section title="Your prediction" note="sealed: nobody else learns what it says, or that there is one">
      {isWriting && !isRecorded ? (
        <PredictionForm
          begin={words}
          busy={seal.isPending}
          error={seal.error}
          onCancel={() => setIsWriting(false)}
          onSubmit={(said) => seal.mutate({ meetingId, ...said }, { onSuccess: () => setIsWriting(false) })}
        />
      ) : words ? (
        <>
          <p className="font-text text-read">
            {words.percent} percent: {words.metric}, by {spokenDay(words.day)}.
          </p>
          {isRecorded ? (
            <p className="mt-1 text-small text-ink-2">You are asked then whether it came true.</p>
          ) : (
            <div className="mt-2 -ml-3.5 flex flex-wrap gap-1">
              <Button kind="bare" onClick={write}>
                Change it
              </Button>
              <Button
                kind="bare"
                busy={takeBack.isPending}
                onClick={() =>
                  takeBack.mutate(
                    { meetingId },
                    {
                      onError: tellRefusal,
                      onSuccess: () =>
                        notifyUndo('Your prediction is taken back.', () =>
                          seal.mutate({ meetingId, ...words }, { onError: tellRefusal }),
                        ),
                    },
                  )
                }
              >
                Take it back
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <p className="max-w-measure text-ink-2">
            Say how likely it is that something is seen by a day. It can be changed until the decision is
            recorded; on that day you are asked whether it came true.
          </p>
          <Button className="mt-3" onClick={write}>
            Predict something
          </Button>
        </>
      )}
    </Section>
  )
}

interface FormProps {
  begin: Words | null
  busy: boolean
  error: unknown
  onCancel: () => void
  onSubmit: (words: Words) => void
}

function PredictionForm({ begin, busy, error, onCancel, onSubmit }: FormProps) {
  return (
    <Form
      error={error}
      safe="What you wrote is still here."
      onSubmit={(text) => {
        const percent = text('percent').trim()
        onSubmit({
          // an empty box is no zero: the server says so at the field
          percent: percent === '' ? Number.NaN : Number(percent),
          metric: text('metric'),
          day: text('day'),
        })
      }}
      actions={
        <>
          <Button type="submit" busy={busy}>
            Seal it
          </Button>
          <Button kind="bare" onClick={onCancel}>
            Cancel
          </Button>
        </>
      }
    >
      <Field
        label="What will be seen"
        name="metric"
        maxLength={300}
        defaultValue={begin?.metric}
        help="So that anybody could tell on the day: 400 growers have signed up."
        autoFocus
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="How likely, in percent"
          name="percent"
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          defaultValue={begin?.percent}
        />
        <Field
          label="By"
          name="day"
          type="date"
          min={dayFromNow(0)}
          defaultValue={begin?.day ?? dayFromNow(90)}
        />
      </div>
    </Form>
  )
}
