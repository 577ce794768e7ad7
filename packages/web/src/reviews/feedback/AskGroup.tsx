import { peopleIn, within } from '@foreword/core/people/groups/tree'
import { useState } from 'react'
import { GroupSelect } from '../../people/groups/GroupSelect.tsx'
import type { Group } from '../../people/groups/useGroups.ts'
import { Checkbox } from '../../ui/Choice.tsx'

interface Props {
  groups: readonly Group[]
  everybody: readonly Group['members'][number][]
  onChoose: (people: readonly string[], group: string) => void
}

/** Chooses the people of a group by one act, with those of the groups that stand in it or without. */
export function AskGroup({ groups, everybody, onChoose }: Props) {
  const [deep, setDeep] = useState(true)
  return (
    <div className="grid items-center gap-x-5 gap-y-1 sm:grid-cols-2">
      <GroupSelect
        label="A whole group"
        value=""
        onChange={(id) => {
          const [group, ...inside] = id === null ? [] : within(groups, id)
          if (!group) return
          const chosen = [group, ...(deep ? inside.filter(({ closedAt }) => closedAt === null) : [])]
          onChoose([...new Set(chosen.flatMap((one) => peopleIn(one, everybody)))], group.name)
        }}
      >
        <option value="">Choose a group…</option>
      </GroupSelect>
      <Checkbox
        className="sm:mt-6"
        label="With the groups that stand in it"
        checked={deep}
        onChange={() => setDeep(!deep)}
      />
    </div>
  )
}
