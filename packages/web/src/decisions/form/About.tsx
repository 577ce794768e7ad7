import { Clause, InlineSelect, Words } from './inline.tsx'

export interface Edition {
  id: string
  number: number
}

export interface Earlier {
  id: string
  number: number
  superseded: boolean
  spoken: string
}

interface Props {
  editions: readonly Edition[]
  edition: string
  onEdition: (id: string) => void
  /** Of this idea; what was superseded before cannot be again. */
  earlier: readonly Earlier[]
  supersedes: string
  onSupersedes: (id: string) => void
}

/** What the decision rests on, and the earlier one it stands in place of. What there is none of is not asked. */
export function About({ editions, edition, onEdition, earlier, supersedes, onSupersedes }: Props) {
  const standing = earlier.filter(({ superseded }) => !superseded)
  const spoken = standing.find(({ id }) => id === supersedes)?.spoken
  return (
    <div className="flex flex-col gap-2.5 font-text text-lead empty:hidden">
      {editions.length > 0 && (
        <Clause>
          <Words>It was taken on</Words>
          <InlineSelect
            field="editionId"
            label="The edition it was taken on"
            value={edition}
            onChange={(event) => onEdition(event.currentTarget.value)}
          >
            <option value="">no edition</option>
            {editions.map(({ id, number }) => (
              <option key={id} value={id}>
                {`edition ${number}`}
              </option>
            ))}
          </InlineSelect>
        </Clause>
      )}
      {standing.length > 0 && (
        <Clause>
          <Words>It supersedes</Words>
          <InlineSelect
            field="supersedes"
            label="The decision it supersedes"
            value={supersedes}
            onChange={(event) => onSupersedes(event.currentTarget.value)}
          >
            <option value="">no earlier decision</option>
            {standing.map(({ id, number }) => (
              <option key={id} value={id}>
                {`decision ${number}`}
              </option>
            ))}
          </InlineSelect>
        </Clause>
      )}
      {spoken !== undefined && <p className="text-read text-ink-2">“{spoken}”</p>}
    </div>
  )
}
