import type { NarrativeId } from '@foreword/core/ids'
import type { DraftAnswers, narrativesContract } from '@foreword/core/narratives/contract'
import { ok, type Result } from '@foreword/core/result'
import { type Proposed, proposedAnswers } from '@foreword/document/proposed-answers'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { kindOfNarrative } from './kinds-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>

/** An idea has one draft, or a few; nobody waits for the reading of more. */
const MOST_READ = 3

/** W4: for answers that somebody confirms with a click. */
export const proposedAnswersWith =
  (collab: Pick<Collab, 'lookAt'>) =>
  async (
    { initiativeId }: In['proposedAnswers'],
    call: Omit<Call, 'tx'>,
  ): Promise<Result<DraftAnswers, never>> => {
    const { db } = call.services
    const narratives = await store.list(db, call.person, initiativeId)
    for (const { id: narrativeId, title } of narratives.slice(0, MOST_READ)) {
      const found = await collab.lookAt(narrativeId, (doc) =>
        proposedAnswers(asAccepted(documentFromYDoc(doc, newId))),
      )
      if (found.length === 0) continue
      const labels = await labelsOf(narrativeId, call)
      const under = ({ from }: Proposed) =>
        'asked' in from ? from.asked : (labels.get(from.part) ?? from.part)
      return ok({
        narrative: { narrativeId, title },
        answers: found.map((each) => ({
          question: each.question,
          field: each.field,
          text: each.text,
          under: under(each),
        })),
      })
    }
    return ok({ narrative: null, answers: [] })
  }

async function labelsOf(narrativeId: NarrativeId, { services }: Omit<Call, 'tx'>) {
  const kind = await kindOfNarrative(services.db, narrativeId)
  return new Map(kind?.parts.map(({ id, label }) => [id, label]))
}
