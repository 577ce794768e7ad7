import type { PersonId } from '../ids.ts'
import type { InviteRole } from './plan.ts'

/** N5: reading time is pages times minutes a page, rounded up; 4 pages at 3 minutes are 12, 5 at 2.5 are 13. */
export function proposedReadingMinutes(pages: number, minutesPerPage: number): number {
  return Math.min(240, Math.max(1, Math.ceil(pages * minutesPerPage)))
}

/** R13: the required functional areas that none of those invited belongs to, in the company's order. */
export function areaGaps(required: readonly string[], areas: readonly (string | null)[]): string[] {
  return required.filter((area) => !areas.includes(area))
}

/**
 * R12: roles for everybody, so that a meeting can be scheduled with one click. The scheduler facilitates; the
 * authors answer; somebody else takes notes and stands in for the facilitator; somebody who did not write it
 * decides: those whom the group of the idea names (P5), where it names any. Everyone reads. With fewer people, one holds several roles.
 *
 * | people | author | owner | scheduler | facilitates | notes, deputy | decides |
 * |---|---|---|---|---|---|---|
 * | Ines | Ines | Ines | Ines | Ines | Ines | Ines |
 * | Ines, Omar | Ines | Ines | Ines | Ines | Omar | Omar |
 * | Ines, Omar, Priya | Ines | Ines | Ines | Ines | Omar | Priya |
 * | Ines, Omar, Priya | Omar | Priya | Ines | Ines | Omar | Priya: she owns it |
 */
export function proposedRoles({
  people,
  authors,
  owner,
  scheduler,
  deciders = [],
}: {
  people: readonly PersonId[]
  authors: readonly PersonId[]
  owner: PersonId
  scheduler: PersonId
  /** Whom the idea’s group names. */
  deciders?: readonly PersonId[]
}): { personId: PersonId; roles: InviteRole[] }[] {
  const everybody = [...new Set([scheduler, ...people])]
  const writing = authors.filter((author) => everybody.includes(author))
  const answering = writing.length > 0 ? writing : [everybody.includes(owner) ? owner : scheduler]
  const others = everybody.filter((person) => !answering.includes(person))
  const decider =
    [owner].find((person) => others.includes(person) && person !== scheduler) ??
    others.findLast((person) => person !== scheduler) ??
    others[0] ??
    everybody.at(-1)
  const named = deciders.filter((person) => others.includes(person))
  const deciding = named.length > 0 ? named : [decider]
  const notes =
    everybody.find((person) => person !== scheduler && !deciding.includes(person)) ??
    everybody.find((person) => person !== scheduler) ??
    scheduler
  return everybody.map((personId) => {
    const roles: InviteRole[] = []
    if (personId === scheduler) roles.push('facilitator')
    if (personId === notes) roles.push('note-taker')
    if (personId === notes && personId !== scheduler) roles.push('deputy')
    if (deciding.includes(personId)) roles.push('decider')
    if (answering.includes(personId)) roles.push('author')
    return { personId, roles: [...roles, 'reader'] }
  })
}
