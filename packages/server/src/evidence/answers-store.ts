import type { WeighedPiece } from '@foreword/core/evidence/assumption-contract'
import type { ClaimQuestion, Side } from '@foreword/core/initiatives/claims'
import { and, asc, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { answerEvidence, evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { pieceColumns } from './assumptions-store.ts'

/** For each answer the pieces that speak of it, in the order they were gathered. One that was removed says nothing. */
export async function of(
  db: Database | Tx,
  viewer: Sees,
  initiativeId: string,
): Promise<Record<ClaimQuestion, WeighedPiece[]>> {
  const rows = await db
    .select({ question: answerEvidence.question, side: answerEvidence.side, piece: pieceColumns })
    .from(answerEvidence)
    .innerJoin(
      evidence,
      and(
        eq(evidence.workspaceId, answerEvidence.workspaceId),
        eq(evidence.initiativeId, answerEvidence.initiativeId),
        eq(evidence.id, answerEvidence.evidenceId),
      ),
    )
    .where(
      and(
        eq(answerEvidence.workspaceId, viewer.workspaceId),
        eq(answerEvidence.initiativeId, initiativeId),
        visibleInitiative(viewer, answerEvidence.initiativeId),
      ),
    )
    .orderBy(asc(evidence.seq))
  const found: Record<ClaimQuestion, WeighedPiece[]> = {
    customer: [],
    problem: [],
    benefit: [],
    experience: [],
  }
  for (const { question, side, piece } of rows) found[question].push({ ...piece, side })
  return found
}

/** Who asks has been let through to the idea. */
export async function weigh(
  tx: Tx,
  { workspaceId }: Sees,
  link: { initiativeId: string; question: ClaimQuestion; evidenceId: string; side: Side | null },
): Promise<void> {
  const { initiativeId, question, evidenceId, side } = link
  const { workspaceId: company, initiativeId: idea, question: claim, evidenceId: piece } = answerEvidence
  if (side === null)
    await tx
      .delete(answerEvidence)
      .where(
        and(eq(company, workspaceId), eq(idea, initiativeId), eq(claim, question), eq(piece, evidenceId)),
      )
  else
    await tx
      .insert(answerEvidence)
      .values({ workspaceId, initiativeId, question, evidenceId, side })
      .onConflictDoUpdate({ target: [company, idea, claim, piece], set: { side } })
}
