import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useMe } from '../../people/me.ts'
import { Select } from '../../ui/Field.tsx'
import type { Planned } from './studies.ts'

/** Whoever is signed in, until another is chosen; who has left stays where they are named. */
export function WhoInterviews({ label, is }: { label: string; is: Planned['interviewer'] | undefined }) {
  const me = useMe()
  const people = useQuery(api.people.list.queryOptions())
  const chosen = is ?? me.person
  const others = (people.data ?? []).filter(({ id, active }) => active && id !== chosen.id)
  return (
    <Select label={label} name="interviewer" defaultValue={chosen.id}>
      {[chosen, ...others].map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
