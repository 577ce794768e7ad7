import { readersFor } from '@foreword/core/people/groups/tree'
import type { Round } from '@foreword/core/people/rounds'
import type { Outputs } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import type { Group } from '../../people/groups/useGroups.ts'

type Person = Outputs['people']['list'][number]

/** What was chosen by hand, by person; whoever is not in it is asked when the group proposes them. */
export type ByHand = ReadonlyMap<string, boolean>

/** Who is asked, each once: those the idea's group proposes for the round, as changed by hand. */
export function resolveAsked({
  idea,
  round,
  groups,
  people,
  byHand,
}: {
  idea: Pick<Idea, 'group' | 'owner' | 'visibility' | 'relations'>
  round: Round
  groups: readonly Group[]
  /** Everybody but whoever asks. */
  people: readonly Person[]
  byHand: ByHand
}) {
  const named = new Set<string>(idea.relations.map(({ personId }) => personId))
  const mayRead = ({ id }: Person) => idea.visibility === 'company' || id === idea.owner.id || named.has(id)
  const readers = new Set<string>(readersFor(groups, idea.group.id, round))
  const proposed = people.filter(({ id }) => readers.has(id))
  return {
    proposed: proposed.filter(mayRead),
    /** Proposed, and in need of the idea being shared with them. */
    shutProposed: proposed.filter((person) => !mayRead(person)),
    shutOut: new Set(people.filter((person) => !mayRead(person)).map(({ id }): string => id)),
    asked: people.filter((person) => mayRead(person) && (byHand.get(person.id) ?? readers.has(person.id))),
  }
}

/** `Lea, Noor and Omar`; of many the first, and how many others. */
export function namesWords(names: readonly string[], most = 30): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} others`] : names
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shown)
}
