import type { GroupId } from '@foreword/core/ids'
import type { ReactNode } from 'react'
import { Select } from '../../ui/Field.tsx'
import { type Me, useMe } from '../me.ts'

interface Props {
  label: string
  hideLabel?: boolean
  quiet?: boolean
  help?: ReactNode
  name?: string
  value?: string
  defaultValue?: string
  onChange?: (group: GroupId | null) => void
  /** What stands in the list before the groups. */
  children?: ReactNode
  /** Fewer than all that are open. */
  groups?: Me['groups']
}

/** One of the groups that are open, each further in than the one it stands in. */
export function GroupSelect({ onChange, children, groups, ...select }: Props) {
  const me = useMe()
  const shown = groups ?? me.groups
  return (
    <Select
      {...select}
      {...(onChange && {
        onChange: ({ currentTarget }) =>
          onChange(shown.find(({ id }) => id === currentTarget.value)?.id ?? null),
      })}
    >
      {children}
      {shown.map(({ id, name, level }) => (
        <option key={id} value={id}>
          {'\u2003'.repeat(level)}
          {name}
        </option>
      ))}
    </Select>
  )
}
