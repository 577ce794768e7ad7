import { ok, type Result, refuse } from '@foreword/core/result'
import type { iterationsContract } from '@foreword/core/reviews/iterations/contract'
import { type Iteration, testsEnough } from '@foreword/core/reviews/iterations/iteration'
import { startDocument } from '@foreword/document/start'
import type { Database, Tx } from '../../db/database.ts'
import { newId } from '../../db/ids.ts'
import * as assumptionsStore from '../../evidence/assumptions-store.ts'
import { type Call, inTransaction } from '../../http/call.ts'
import type { Inputs } from '../../http/os.ts'
import * as initiativesStore from '../../initiatives/store.ts'
import type { Collab } from '../../live/collab.ts'
import { beginNarrative } from '../../narratives/begin.ts'
import { copyOf, copyOfDraft } from '../../narratives/copied.ts'
import * as editionsStore from '../../narratives/editions-store.ts'
import { kindToUse } from '../../narratives/kinds-store.ts'
import { type Seed, seedFrom } from '../../narratives/seed.ts'
import * as narrativesStore from '../../narratives/store.ts'
import { openOnRecord } from '../asked-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof iterationsContract>['start']
type Refusal =
  | 'not-found'
  | 'no-such-parent'
  | 'no-such-kind'
  | 'no-such-assumption'
  | 'no-such-question'
  | 'name-what-it-tests'
  | 'suggestions-in-copy'

/** What its document begins as, and where that comes from. */
interface Beginning {
  seed: Seed
  kind: string
  parentId: string | null
  editionId: string | null
  duplicatedFrom?: string
}

/**
 * N7: a new document of the same idea. The one it comes from is read and never written: not its draft, nor its editions,
 * nor what was decided on them.
 */
export function startWith({ collab }: { collab: Pick<Collab, 'lookAt'> }) {
  return async (input: In, call: Omit<Call, 'tx'>): Promise<Result<Iteration, Refusal>> => {
    const { db } = call.services
    const began = await store.one(db, call.person, input)
    if (began) return ok(began)
    // a draft is looked at where it is written, which is outside any transaction
    const { initiativeId, from } = input
    const isCopy = from.as === 'draft'
    if (isCopy && !(await documentOf(initiativeId, from.narrativeId, { ...call, tx: db })))
      return refuse('no-such-parent')
    const copied = isCopy ? await copyOfDraft(collab, from.narrativeId, from.suggestions) : ok(null)
    if (!copied.ok) return copied
    return inTransaction(db, (tx) => begin(input, copied.value, { ...call, tx }))
  }
}

type Looking = Pick<Call, 'person' | 'workspaceId'> & { tx: Tx | Database }

async function documentOf(initiativeId: string, id: string, { tx, person }: Looking) {
  const found = await narrativesStore.one(tx, person, id)
  return found?.initiativeId === initiativeId ? found : null
}

async function beginningOf(
  { initiativeId, from }: In,
  copied: Seed | null,
  call: Call,
): Promise<Result<Beginning, 'no-such-parent' | 'no-such-kind'>> {
  const { tx, person } = call
  if (from.as === 'template') {
    if (from.parent !== null && !(await documentOf(initiativeId, from.parent, call)))
      return refuse('no-such-parent')
    const kind = await kindToUse(tx, call, from.kind)
    if (!kind) return refuse('no-such-kind')
    const seed = await seedFrom(startDocument(kind, newId), kind)
    return ok({ seed, kind: kind.id, parentId: from.parent, editionId: null })
  }
  const editionId = from.as === 'edition' ? from.editionId : null
  const edition = editionId && (await editionsStore.summaryOf(tx, person, editionId))
  const parentId = from.as === 'draft' ? from.narrativeId : edition ? edition.narrativeId : null
  const parent = parentId && (await documentOf(initiativeId, parentId, call))
  const frozen = parent && editionId && (await editionsStore.frozenText(tx, person, editionId))
  const seed = frozen ? await copyOf(frozen.document) : copied
  if (!parent || !seed) return refuse('no-such-parent')
  return ok({ seed, kind: parent.kind, parentId: parent.id, editionId, duplicatedFrom: parent.id })
}

async function begin(input: In, copied: Seed | null, call: Call): Promise<Result<Iteration, Refusal>> {
  const { initiativeId, iterationId, objective, expects, tests } = input
  const { tx, person, workspaceId, now } = call
  if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  // asked again now that it is locked: a try whose answer was lost may be on its way beside this one
  const began = await store.one(tx, person, { initiativeId, iterationId })
  if (began) return ok(began)
  const said = await saidBy(tests, initiativeId, call)
  if (!said.ok) return said
  const beginning = await beginningOf(input, copied, call)
  if (!beginning.ok) return beginning
  const { parentId, editionId, ...document } = beginning.value
  const { id: narrativeId } = await beginNarrative(
    { ...document, initiativeId, author: null, says: `started an iteration: ${objective}` },
    call,
  )
  await store.insert(tx, {
    ...{ workspaceId, initiativeId, id: iterationId, narrativeId, parentId, editionId, objective, expects },
    assumptionId: tests?.what === 'assumption' ? tests.assumptionId : null,
    questionId: tests?.what === 'question' ? tests.questionId : null,
    testsSaid: said.value,
    startedBy: person.id,
    startedAt: now,
  })
  const made = await store.one(tx, person, { initiativeId, iterationId })
  if (!made) throw new Error('an iteration was started on an idea that its starter may not see')
  return ok(made)
}

/** The words of what it tests, as they stand; R7: of a question only when it is on record. */
async function saidBy(tests: In['tests'], initiativeId: string, { tx, person }: Call) {
  if (tests?.what === 'question') {
    const [asked] = await openOnRecord(tx, person, { initiativeId, id: tests.questionId, most: 1 })
    return asked ? ok(asked.text) : refuse('no-such-question')
  }
  const assumed = await assumptionsStore.allOf(tx, person, initiativeId)
  if (tests === null) {
    const enough = testsEnough(tests, { assumes: assumed.length > 0 })
    return enough.ok ? ok(null) : enough
  }
  const found = assumed.find(({ id }) => id === tests.assumptionId)
  return found ? ok(found.statement) : refuse('no-such-assumption')
}
