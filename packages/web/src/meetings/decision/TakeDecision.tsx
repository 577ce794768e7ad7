import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { DecisionForm } from '../../decisions/form/DecisionForm.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'
import { names } from '../words.ts'

/** Whoever decides writes it, in their own name; the others read it the moment it is recorded. */
export function TakeDecision() {
  const { room, me, name } = useRoomNow()
  const decide = useAct('decide')
  const isDemonstration = useIsDemonstration()
  const enabled = !isDemonstration
  const people = useQuery({ ...api.people.list.queryOptions(), enabled })
  const ideas = useQuery({ ...api.initiatives.list.queryOptions({ input: { most: 200 } }), enabled })
  const assumed = useQuery({
    ...api.evidence.assumptions.queryOptions({ input: { initiativeId: room.initiativeId, most: 200 } }),
    enabled,
  })
  const deciders = room.attendees.filter(({ roles }) => roles.includes('decider'))
  if (decide.disabledReason !== undefined)
    return (
      <p className="font-text text-read text-ink-2">
        {names(deciders.map(({ personId }) => name(personId)))} {deciders.length === 1 ? 'writes' : 'write'}{' '}
        it. You read it here as soon as it is recorded.
      </p>
    )
  const here = room.attendees.map(({ personId }) => ({ id: personId, name: name(personId) }))
  const error = people.error ?? ideas.error
  if (error) return <ErrorNote error={error} />
  return (
    <DecisionForm
      people={isDemonstration ? here : (people.data ?? []).filter(({ active }) => active)}
      ideas={
        isDemonstration ? [] : (ideas.data?.initiatives ?? []).filter(({ id }) => id !== room.initiativeId)
      }
      // without them it can be parked all the same
      assumptions={assumed.data?.assumptions ?? []}
      fixedDecider={{ id: me, name: name(me) }}
      busy={decide.isPending}
      error={decide.error}
      under="decision."
      onSubmit={(decision) => decide.mutate({ decision })}
    />
  )
}
