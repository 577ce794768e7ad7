import { actLabels } from '@foreword/core/meetings/labels'
import type { RoomPhase } from '@foreword/core/meetings/room'
import { useState } from 'react'
import { dayFromNow } from '../../days.ts'
import { later } from '../../later.tsx'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { AdjournDialog } from '../adjourned/AdjournDialog.tsx'
import { DisplayDialog } from '../display/DisplayDialog.tsx'
import { GuestsDialog } from '../guests/GuestsDialog.tsx'
import { clockTime, daysAway } from '../words.ts'
import { tellRefusal, useAct, whyNotNow } from './act.tsx'
import { useRoomNow } from './context.ts'
import { useIsDemonstration } from './demonstration.ts'

const AttendeesDialog = later(() =>
  import('../schedule/AttendeesDialog.tsx').then((loaded) => loaded.AttendeesDialog),
)

type Open = 'plan' | 'invite' | 'guests' | 'hand-over' | 'adjourn' | 'call-off' | 'display' | null

/** What is seldom needed: the plan, one more guest, another facilitator, adjourning, calling it off. */
export function ManageMenu() {
  const { room } = useRoomNow()
  const [open, setOpen] = useState<Open>(null)
  const pause = useAct('pause')
  const close = () => setOpen(null)
  const { name } = room.phase
  const inLobby = name === 'lobby'
  const runs = name === 'reading' || name === 'discussion' || name === 'decision'
  // R6: while the room reads nobody is shown who is in it, so nobody can be chosen
  const unseen =
    room.attendees.length === 0 ? 'Not while the room reads: there is only text and clock.' : undefined
  // nobody real is invited to it, and it has no plan and no address
  if (useIsDemonstration() || room.me?.roles.includes('guest')) return null
  return (
    <>
      <Menu
        label="More"
        kind="bare"
        entries={[
          {
            id: 'link',
            label: 'The room’s address and calendar entry',
            run: () => go(paths.invitation({ meetingId: room.meetingId })),
          },
          {
            id: 'display',
            label: 'Show it on a screen',
            detail: 'Clock and question, by a code',
            run: () => setOpen('display'),
            disabledReason: room.me?.roles.includes('facilitator')
              ? undefined
              : 'Only the facilitator can do this.',
          },
          {
            id: 'invite',
            label: 'Who comes, and as what',
            run: () => setOpen('invite'),
            disabledReason: whyNotNow(room, 'invite'),
          },
          {
            id: 'guests',
            label: 'Guests from outside',
            run: () => setOpen('guests'),
            disabledReason: whyNotNow(room, 'invite'),
          },
          {
            id: 'hand-over',
            label: 'Let somebody else facilitate',
            run: () => setOpen('hand-over'),
            disabledReason: whyNotNow(room, 'handOverFacilitation') ?? unseen,
          },
          ...(runs
            ? [
                {
                  id: 'pause',
                  label: actLabels.pause,
                  detail: 'The clock stands still until you resume',
                  run: () => pause.mutate({}, { onError: tellRefusal }),
                  disabledReason: whyNotNow(room, 'pause'),
                },
                {
                  id: 'adjourn',
                  label: 'Adjourn the meeting',
                  run: () => setOpen('adjourn'),
                  disabledReason: whyNotNow(room, 'adjourn'),
                },
              ]
            : []),
          ...(inLobby
            ? [
                {
                  id: 'plan',
                  label: 'Change time, place or lengths',
                  run: () => setOpen('plan'),
                  disabledReason: whyNotNow(room, 'changePlan'),
                },
              ]
            : []),
          ...(mayBeCalledOff(room.phase)
            ? [
                {
                  id: 'call-off',
                  label: 'Call the meeting off',
                  run: () => setOpen('call-off'),
                  disabledReason: whyNotNow(room, 'callOff'),
                },
              ]
            : []),
        ]}
      />
      {open === 'display' && <DisplayDialog onClose={close} />}
      {open === 'plan' && <PlanDialog onClose={close} />}
      {open === 'invite' && <AttendeesDialog onClose={close} />}
      {open === 'guests' && <GuestsDialog onClose={close} />}
      {open === 'hand-over' && <HandOverDialog onClose={close} />}
      {open === 'adjourn' && <AdjournDialog onClose={close} />}
      {open === 'call-off' && <CallOffDialog onClose={close} />}
    </>
  )
}

/** Before it begins, or adjourned out of its reading: whatever was opened leaves the room with its ends. */
const mayBeCalledOff = (phase: RoomPhase) =>
  phase.name === 'lobby' || (phase.name === 'adjourned' && phase.from === 'reading')

function PlanDialog({ onClose }: { onClose: () => void }) {
  const { room } = useRoomNow()
  const change = useAct('changePlan')
  const startsAt = new Date(room.startsAt)
  return (
    <Dialog title="Change the plan" open onClose={onClose}>
      <Form
        error={change.error}
        safe="The plan is as it was."
        onSubmit={(text) => {
          const at = new Date(`${text('day')}T${text('time')}`)
          change.mutate(
            {
              ...(Number.isNaN(at.getTime()) ? {} : { startsAt: at.toISOString() }),
              place: text('place'),
              callLink: text('callLink').trim(),
              readingMinutes: Number(text('readingMinutes')),
              discussionMinutes: Number(text('discussionMinutes')),
            },
            { onSuccess: onClose },
          )
        }}
        actions={
          <Button kind="go" type="submit" busy={change.isPending} disabledReason={change.disabledReason}>
            Change it
          </Button>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Day"
            type="date"
            name="day"
            defaultValue={dayFromNow(daysAway(startsAt, new Date()))}
          />
          <Field label="Time" type="time" name="time" defaultValue={clockTime(startsAt)} />
          <Field label="Place" name="place" defaultValue={room.place} maxLength={200} />
          <Field label="Call link" name="callLink" type="url" defaultValue={room.callLink} />
          <Field
            label="Silent reading, minutes"
            type="number"
            name="readingMinutes"
            defaultValue={room.readingMinutes}
          />
          <Field
            label="Discussion, minutes"
            type="number"
            name="discussionMinutes"
            defaultValue={room.discussionMinutes}
          />
        </div>
      </Form>
    </Dialog>
  )
}

function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { room, me, name } = useRoomNow()
  const handOver = useAct('handOverFacilitation')
  const others = room.attendees.filter(({ personId }) => personId !== me)
  return (
    <Dialog
      title="Let somebody else facilitate"
      lead="They start, extend, open and close from then on; you read and speak like everybody."
      open
      onClose={onClose}
    >
      <Form
        error={handOver.error}
        onSubmit={(text) => {
          const person = others.find(({ personId }) => personId === text('to'))
          if (person) handOver.mutate({ to: person.personId }, { onSuccess: onClose })
        }}
        actions={
          <Button kind="go" type="submit" busy={handOver.isPending}>
            Hand it over
          </Button>
        }
      >
        <Select label="To whom" name="to" autoFocus>
          {others.map(({ personId }) => (
            <option key={personId} value={personId}>
              {name(personId)}
            </option>
          ))}
        </Select>
      </Form>
    </Dialog>
  )
}

function CallOffDialog({ onClose }: { onClose: () => void }) {
  const { room } = useRoomNow()
  const callOff = useAct('callOff')
  const wasRead = room.phase.name === 'adjourned'
  return (
    <Dialog
      title="Call the meeting off?"
      lead={
        wasRead
          ? 'It stays in the list as called off and is not taken up again. Its questions stay sealed: each is shown to nobody but whoever asked it. Comments on the edition are open again.'
          : 'It stays in the list as called off and is not taken up again; a new one can be scheduled.'
      }
      open
      onClose={onClose}
    >
      <Form
        error={callOff.error}
        onSubmit={() => callOff.mutate({}, { onSuccess: onClose })}
        actions={
          <>
            <Button kind="go" type="submit" busy={callOff.isPending}>
              Call it off
            </Button>
            <Button kind="bare" onClick={onClose}>
              Keep it
            </Button>
          </>
        }
      >
        {null}
      </Form>
    </Dialog>
  )
}
