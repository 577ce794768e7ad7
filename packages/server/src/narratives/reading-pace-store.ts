import type { ReadingPace } from '@foreword/core/narratives/reading-pace'
import { asc, eq, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { companyPace } from './tables.ts'

type InWorkspace = { workspaceId: string }

/** Adds readers to the steps they fall into; which meeting they come from is not said, so nothing leads back. */
export async function addReaders(
  tx: Tx,
  { workspaceId }: InWorkspace,
  steps: readonly number[],
): Promise<void> {
  const rows = [...Map.groupBy(steps, (step) => step)].map(([secondsPerPage, { length }]) => ({
    workspaceId,
    secondsPerPage,
    readers: length,
  }))
  if (rows.length === 0) return
  await tx
    .insert(companyPace)
    .values(rows.toSorted((a, b) => a.secondsPerPage - b.secondsPerPage))
    .onConflictDoUpdate({
      target: [companyPace.workspaceId, companyPace.secondsPerPage],
      set: { readers: sql`${companyPace.readers} + excluded.readers` },
    })
}

export async function paceOfCompany(db: Database | Tx, { workspaceId }: InWorkspace): Promise<ReadingPace> {
  return db
    .select({ secondsPerPage: companyPace.secondsPerPage, readers: companyPace.readers })
    .from(companyPace)
    .where(eq(companyPace.workspaceId, workspaceId))
    .orderBy(asc(companyPace.secondsPerPage))
}
