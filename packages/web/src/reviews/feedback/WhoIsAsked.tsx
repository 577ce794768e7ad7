import type { Outputs } from '../../api.ts'
import { useMe } from '../../people/me.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Loading } from '../../ui/Empty.tsx'

interface Props {
  people: Outputs['people']['list']
  asked: ReadonlySet<string>
  /** Those it must be shared with first: nobody can choose them. */
  shutOut: ReadonlySet<string>
  onSet: (people: readonly string[], on: boolean) => void
  isPending: boolean
}

/** By name, under their functional areas; an area is chosen whole by one act. */
export function WhoIsAsked({ people, asked, shutOut, onSet, isPending }: Props) {
  const { functionalAreas } = useMe().workspace.settings
  if (isPending) return <Loading what="Looking for people" />
  if (people.length === 0)
    return <p className="text-ink-2">Nobody else is here yet. Invite colleagues under People.</p>
  const known = new Set(functionalAreas.map(({ id }) => id))
  const areas = [
    ...functionalAreas.map(({ id, label }) => ({
      label,
      members: people.filter(({ functionalArea }) => functionalArea === id),
    })),
    {
      label: 'No area',
      members: people.filter(({ functionalArea }) => functionalArea === null || !known.has(functionalArea)),
    },
  ].filter(({ members }) => members.length > 0)
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">Who is asked</legend>
      {/* a scrolling box must be reachable by keyboard; its checkboxes are */}
      <div className="max-h-64 overflow-y-auto border-y border-rule">
        {areas.map(({ label, members }) => {
          const ids = members.map(({ id }) => id).filter((id) => !shutOut.has(id))
          const all = ids.every((id) => asked.has(id))
          return (
            <div key={label} className="border-b border-rule py-1.5 last:border-b-0">
              <div className="flex items-center justify-between gap-3">
                <h3 className="text-small text-ink-2">{label}</h3>
                {ids.length > 1 && (
                  <Button kind="bare" onClick={() => onSet(ids, !all)}>
                    {all ? 'None' : 'All'}
                    <span className="sr-only"> of {label}</span>
                  </Button>
                )}
              </div>
              {members.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  help={shutOut.has(id) ? 'May not read it yet: share it first.' : undefined}
                  disabled={shutOut.has(id)}
                  checked={asked.has(id)}
                  onChange={() => onSet([id], !asked.has(id))}
                />
              ))}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
