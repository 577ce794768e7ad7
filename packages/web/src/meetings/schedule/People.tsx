import { roleLabels } from '@foreword/core/meetings/labels'
import type { Purpose } from '@foreword/core/meetings/plan'
import { areaGaps } from '@foreword/core/meetings/proposal'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../api.ts'
import { useMe } from '../../people/me.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { names, roleWords } from '../words.ts'
import { asSent, type GivenRole, givenRoles, type Invitee, withRole } from './attendees.ts'

interface Props {
  invitees: readonly Invitee[]
  purpose: Purpose
  onChange: (invitees: Invitee[]) => void
  /** The roles that are given here. */
  roles?: readonly GivenRole[]
  /** Why nobody can be taken off the list. */
  keeps?: string | undefined
}

/** R12, R13: who comes and as what; filled in already, and named where an area is missing. */
export function People({ invitees, purpose, onChange, roles = givenRoles, keeps }: Props) {
  const me = useMe()
  const { functionalAreas, requiredAreas } = me.workspace.settings
  const gaps = areaGaps(
    requiredAreas,
    invitees.map(({ functionalArea }) => functionalArea),
  ).map((id) => functionalAreas.find((area) => area.id === id)?.label.toLowerCase() ?? id)
  return (
    <div>
      <ul aria-label="Who comes" className="border-b border-rule">
        {invitees.map((invitee) => (
          <InviteeRow
            key={invitee.personId}
            invitee={invitee}
            purpose={purpose}
            roles={roles}
            keeps={keeps}
            area={functionalAreas.find(({ id }) => id === invitee.functionalArea)?.label}
            onRole={(role) => onChange(withRole(invitees, invitee.personId, role))}
            onRemove={() => onChange(invitees.filter((other) => other !== invitee))}
          />
        ))}
      </ul>
      <AddSomebody invitees={invitees} onAdd={(invitee) => onChange([...invitees, invitee])} />
      {gaps.length > 0 && (
        <p className="mt-2 text-small text-amber">
          Nobody from {names(gaps)} is invited. This company wants every meeting to hear them.
        </p>
      )}
    </div>
  )
}

interface RowProps {
  invitee: Invitee
  purpose: Purpose
  roles: readonly GivenRole[]
  keeps: string | undefined
  area: string | undefined
  onRole: (role: GivenRole) => void
  onRemove: () => void
}

function InviteeRow({ invitee, purpose, roles, keeps, area, onRole, onRemove }: RowProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { name } = invitee
  const [shown] = asSent([invitee], purpose)
  const facilitates = invitee.roles.includes('facilitator')
  return (
    <li className="border-t border-rule py-2">
      <div className="gap-x-4 gap-y-1 sm:flex sm:flex-wrap sm:items-center sm:justify-between">
        <span className="min-w-0 wrap-break-word">
          {name}
          {area && <span className="text-ink-3"> · {area}</span>}
        </span>
        <span className="-mx-3.5 flex items-center justify-between sm:ml-0">
          <Button
            kind="bare"
            className="min-w-0 text-left max-sm:whitespace-normal"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {shown && roleWords(shown.roles)}
            <span className="sr-only">: change the roles of {name}</span>
            <span aria-hidden="true" className="text-ink-3">
              {open ? '–' : '+'}
            </span>
          </Button>
          <Button
            kind="bare"
            disabledReason={facilitates ? 'Make somebody else the facilitator first.' : keeps}
            onClick={onRemove}
          >
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </span>
      </div>
      {open && (
        <fieldset id={id} className="flex flex-wrap gap-x-6 pt-1 pb-1.5">
          <legend className="sr-only">Roles of {name}</legend>
          {roles
            .filter((role) => role !== 'decider' || purpose === 'decide')
            .map((role) => (
              <label key={role} className="flex items-center gap-2 py-1">
                <input
                  type={role === 'facilitator' ? 'radio' : 'checkbox'}
                  name={role === 'facilitator' ? 'facilitator' : undefined}
                  className="size-4"
                  checked={invitee.roles.includes(role)}
                  onChange={() => onRole(role)}
                />
                {roleLabels[role]}
              </label>
            ))}
        </fieldset>
      )}
    </li>
  )
}

export function AddSomebody({
  invitees,
  onAdd,
}: {
  invitees: readonly Invitee[]
  onAdd: (invitee: Invitee) => void
}) {
  const people = useQuery(api.people.list.queryOptions())
  const others = (people.data ?? []).filter(
    ({ id, active }) => active && !invitees.some(({ personId }) => personId === id),
  )
  if (people.data && others.length === 0)
    return <p className="mt-2 text-small text-ink-3">Everybody in the company is invited.</p>
  return (
    <div className="mt-3 max-w-form">
      <Select
        label="Invite somebody else"
        hideLabel
        value=""
        onChange={(event) => {
          const person = others.find(({ id }) => id === event.currentTarget.value)
          if (!person) return
          const { id: personId, name, functionalArea } = person
          onAdd({ personId, name, functionalArea, roles: ['reader'] })
        }}
      >
        <option value="">Invite somebody else…</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  )
}
