import { rightOn } from '@foreword/core/people/permissions'
import { mention, withNames } from '@foreword/core/reviews/mention'

/** Somebody who can be mentioned: `label` is what stands after the @ while one writes, and differs from all others. */
export interface Mentionable {
  id: string
  label: string
  /** False: a mention of them would be refused, and the idea is to be shared with them first. */
  mayRead: boolean
}

interface Shared {
  visibility: 'company' | 'named'
  owner: { id: string }
  relations: readonly { personId: string; relation: 'author' | 'reader' }[]
}

/** Everybody in the company now, those who may read the idea first. */
export function mentionables(
  people: readonly { id: string; name: string; email: string; active: boolean }[],
  idea: Shared,
): Mentionable[] {
  const here = people.filter(({ active }) => active)
  const found = here.map(({ id, name, email }) => {
    const relation = idea.relations.find(({ personId }) => personId === id)?.relation ?? null
    const isAlone = here.filter((each) => each.name === name).length === 1
    const right = rightOn({ visibility: idea.visibility, ownerId: idea.owner.id }, { id, relation })
    return { id, label: isAlone ? name : `${name} (${email})`, mayRead: right !== null }
  })
  return found.sort((a, b) => Number(b.mayRead) - Number(a.mayRead) || a.label.localeCompare(b.label))
}

const MOST_PROPOSED = 6

/** Those a word of whose name begins with what is typed. */
export function proposed(people: readonly Mentionable[], typed: string): Mentionable[] {
  const wanted = typed.toLowerCase()
  return people
    .filter(({ label }) => {
      const name = label.toLowerCase()
      return name.startsWith(wanted) || name.includes(` ${wanted}`)
    })
    .slice(0, MOST_PROPOSED)
}

/**
 * The name being typed at the caret, if one is.
 *
 * | text, `|` the caret | |
 * |---|---|
 * | `Ask @om|` | `om`, from the @ on |
 * | `Ask @Omar H|` | `Omar H` |
 * | `mail@exa|` | none: it stands inside a word |
 * | `@Omar, is|` | none: a name holds no comma |
 */
export function typedAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(])@([^\s@,.:;!?()]*(?: [^\s@,.:;!?()]*)?)$/u.exec(text.slice(0, caret))
  const typed = found?.[1]
  return typed === undefined ? null : { from: caret - typed.length - 1, typed }
}

/** What is written, with the chosen people by their ids. */
export function stored(text: string, chosen: readonly Pick<Mentionable, 'id' | 'label'>[]): string {
  const longestFirst = chosen.toSorted((a, b) => b.label.length - a.label.length)
  return longestFirst.reduce((done, { id, label }) => done.replaceAll(`@${label}`, mention(id)), text)
}

/** A stored text as it is reworded, and who stands in it. */
export function reworded(text: string, mentioned: readonly { id: string; name: string }[]) {
  const chosen = mentioned.map(({ id, name }) => ({ id, label: name }))
  return { text: withNames(text, new Map(mentioned.map(({ id, name }) => [id, name]))), chosen }
}
