import { assumptionStateLabels, isNewsToOwner } from '@foreword/core/evidence/assumptions'
import { and, eq, sql } from 'drizzle-orm'
import { initiatives } from '../initiatives/tables.ts'
import type { Writer } from '../mail/post-office.ts'
import { write } from '../mail/store.ts'
import { people } from '../people/tables.ts'
import './assumptions.ts'
import { assumptionChanges } from './tables.ts'

/** W8: the owner of the idea is told what became of an assumption that something may rest on; whoever says it knows. */
export const assumptionLetters: Writer = {
  async hears({ db, mailing, now }, event) {
    if (event.type !== 'assumption.changed' || !isNewsToOwner(event.from, event.to)) return false
    const { workspaceId, initiativeId, assumptionId, changeId, takesBack } = event
    const [told] = await db
      .select({
        name: initiatives.name,
        ownerId: initiatives.ownerId,
        by: people.name,
        statement: assumptionChanges.statement,
        because: assumptionChanges.because,
        // what it said before, which the passages that rest on it say still
        was: sql<string | null>`(select before.statement from assumption_change before
          where before.workspace_id = assumption_change.workspace_id
            and before.assumption_id = assumption_change.assumption_id and before.seq < assumption_change.seq
          order by before.seq desc limit 1)`,
      })
      .from(assumptionChanges)
      .innerJoin(
        initiatives,
        and(eq(initiatives.workspaceId, assumptionChanges.workspaceId), eq(initiatives.id, initiativeId)),
      )
      .innerJoin(
        people,
        and(eq(people.workspaceId, assumptionChanges.workspaceId), eq(people.id, assumptionChanges.by)),
      )
      .where(and(eq(assumptionChanges.workspaceId, workspaceId), eq(assumptionChanges.id, changeId)))
    if (!told || told.ownerId === event.actor) return false
    const { name, ownerId, by, statement, because, was } = told
    const state = assumptionStateLabels[event.to].toLowerCase()
    await write(db, now(), [
      {
        workspaceId,
        personId: ownerId,
        initiativeId,
        kind: 'assumptions',
        key: `assumption:${changeId}`,
        subject: `An assumption of “${name}” is ${state}${takesBack ? ' again' : ''}`,
        body: `${[
          `“${was ?? statement}”`,
          takesBack
            ? `${by} took back what was said of it: it is ${state} as before.`
            : `${by} says that it is ${state}.${because === '' ? '' : `\n“${because}”`}`,
          ...(event.to === 'changed' && !takesBack ? [`It is assumed now: “${statement}”`] : []),
          'What rests on it, and whether it is marked:',
          `${mailing.origin}/ideas/${initiativeId}/assumptions#${assumptionId}`,
        ].join('\n\n')}\n`,
      },
    ])
    return true
  },
  async looks() {},
}
