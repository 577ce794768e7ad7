import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../api.ts'
import { notify, notifyRefusal, notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Field.tsx'
import { Row } from '../ui/Page.tsx'
import { Refused } from '../ui/Refused.tsx'
import { AreaSelect } from './AreaSelect.tsx'
import { meQuery, useMe } from './me.ts'
import { whyNot } from './rights.ts'

type Person = Outputs['people']['list'][number]

/** A colleague; an administrator sets area and role in place. */
export function PersonRow({ person }: { person: Person }) {
  const me = useMe()
  const [leaving, setLeaving] = useState(false)
  const mine = person.id === me.person.id
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: api.people.list.key() })
    if (mine) void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const update = useMutation(
    api.people.update.mutationOptions({
      onError: (error) => notifyRefusal(error, 'That was not saved. Try again.'),
      onSettled: refresh,
    }),
  )
  const change = (next: Partial<Pick<Person, 'functionalArea' | 'role'>>, said: string) => {
    const before = { functionalArea: person.functionalArea, role: person.role }
    update.mutate(
      { personId: person.id, ...next },
      { onSuccess: () => notifyUndo(said, () => update.mutate({ personId: person.id, ...before })) },
    )
  }

  const label = me.workspace.settings.functionalAreas.find(({ id }) => id === person.functionalArea)?.label
  const shown = update.isPending ? { ...person, ...update.variables } : person
  const name = (
    <>
      {person.name}
      {mine && <span className="text-ink-3"> · you</span>}
    </>
  )
  if (whyNot('people.update', me) !== undefined)
    return (
      <Row
        detail={person.email}
        aside={[label, person.role === 'administrator' && 'Administrator'].filter(Boolean).join(' · ')}
      >
        {name}
      </Row>
    )
  return (
    <Row
      detail={person.email}
      aside={
        <>
          <div className="w-36 max-sm:-ml-3">
            <AreaSelect
              label={`Area of ${person.name}`}
              hideLabel
              quiet
              value={shown.functionalArea}
              onChange={(functionalArea) => change({ functionalArea }, `${person.name}’s area is changed.`)}
            />
          </div>
          <div className="w-38 max-sm:-ml-3">
            <Select
              label={`Role of ${person.name}`}
              hideLabel
              quiet
              value={shown.role}
              onChange={(event) => {
                const role = event.currentTarget.value === 'administrator' ? 'administrator' : 'member'
                change(
                  { role },
                  `${person.name} is ${role === 'administrator' ? 'an administrator' : 'a member'} now.`,
                )
              }}
            >
              <option value="member">Member</option>
              <option value="administrator">Administrator</option>
            </Select>
          </div>
          {/* on a phone beside the name, so that the two lists have the line below to themselves */}
          <div className="max-sm:absolute max-sm:top-2.5 max-sm:-right-2.5">
            <Button
              kind="bare"
              className="px-2.5"
              disabledReason={mine ? 'Another administrator can remove you.' : undefined}
              onClick={() => setLeaving(true)}
            >
              Remove<span className="sr-only"> {person.name}</span>
            </Button>
          </div>
          {leaving && <LeaveDialog person={person} onClose={() => setLeaving(false)} onDone={refresh} />}
        </>
      }
    >
      {name}
    </Row>
  )
}

/** Asks first, as the one act here that has no way back: sessions end at once. */
function LeaveDialog({
  person,
  onClose,
  onDone,
}: {
  person: Person
  onClose: () => void
  onDone: () => void
}) {
  const remove = useMutation(
    api.people.remove.mutationOptions({
      onSuccess() {
        notify(`${person.name} has left. What they wrote stays.`)
        onDone()
        onClose()
      },
    }),
  )
  return (
    <Dialog
      title={`${person.name} leaves the company?`}
      lead="They are signed out everywhere at once. What they wrote, asked and decided stays under their name."
      open
      onClose={onClose}
    >
      <Refused error={remove.error} className="mb-4" />
      <div className="flex gap-2">
        <Button kind="go" busy={remove.isPending} onClick={() => remove.mutate({ personId: person.id })}>
          Remove {person.name}
        </Button>
        <Button kind="bare" onClick={onClose}>
          Keep
        </Button>
      </div>
    </Dialog>
  )
}
