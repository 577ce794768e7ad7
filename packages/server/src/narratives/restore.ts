import { createHash } from 'node:crypto'
import { type RestoreId, initiativeId as toInitiativeId, restoreId as toRestoreId } from '@foreword/core/ids'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import { restoreLine } from '@foreword/core/narratives/narrative'
import { byline } from '@foreword/core/people/person'
import { ok, refuse } from '@foreword/core/result'
import { wordCount } from '@foreword/document/blocks'
import { canonicalBytes } from '@foreword/document/canonical'
import { compare } from '@foreword/document/diff'
import { documentToMarkdown } from '@foreword/document/markdown-out'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import { replaceContent } from '@foreword/document/yjs-write'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { headlineOf } from './drafts.ts'
import * as editionsStore from './editions-store.ts'
import { tellExported } from './exported.ts'
import { fileNamed } from './files.ts'
import * as restoreStore from './restore-store.ts'
import { bylines } from './store.ts'

type In = Inputs<typeof narrativesContract>
type Outside = Omit<Call, 'tx'>

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function draftTextWith(collab: Pick<Collab, 'lookAt' | 'present'>) {
  return async ({ narrativeId }: In['draftText']) => {
    const document = await collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId)))
    const here = collab.present(narrativeId).map(({ personId, name }) => byline.parse({ id: personId, name }))
    return ok({ document: { ...document }, here })
  }
}

/**
 * N6: the words of an edition become a forward change of the draft: one transaction, in which only what differs is
 * touched, so that what others type elsewhere stays. What stood before is on disk before the draft is changed.
 */
export function restoreWith(collab: Pick<Collab, 'lookAt' | 'editDraft'>) {
  return async ({ editionId }: In['restore'], call: Outside) => {
    const { db } = call.services
    const edition = await editionsStore.frozenText(db, call.person, editionId)
    const summary = await editionsStore.summaryOf(db, call.person, editionId)
    if (!edition || !summary) return refuse('not-found')
    const { narrativeId, initiativeId, number } = summary
    const wanted = hashOf(canonicalBytes(edition.document))
    const seen = await collab.lookAt(narrativeId, (doc) => canonicalBytes(documentFromYDoc(doc, newId)))
    if (hashOf(seen) === wanted) return refuse('nothing-to-restore')
    const id = newId<RestoreId>()
    await restoreStore.insertRestore(db, {
      workspaceId: call.workspaceId,
      id,
      initiativeId,
      narrativeId,
      editionId,
      before: seen,
      restoredBy: call.person.id,
      restoredAt: call.now,
    })
    const done = await collab.editDraft(
      narrativeId,
      (doc) => {
        const before = documentFromYDoc(doc, newId)
        replaceContent(doc, edition.document)
        return { before, after: documentFromYDoc(doc, newId) }
      },
      call.person.id,
    )
    const { wordsAdded, wordsRemoved } = compare(asAccepted(done.before), asAccepted(done.after))
    return inTransaction(db, async (tx) => {
      await restoreStore.markRestored(tx, call.person, id, {
        before: canonicalBytes(done.before),
        after: hashOf(canonicalBytes(done.after)),
      })
      await tell(
        { ...call, tx },
        {
          type: 'draft.restored',
          aggregate: initiativeId,
          initiativeId,
          narrativeId,
          editionId,
          says: `restored edition ${number} in the draft: ${wordsAdded} words came back, ${wordsRemoved} went`,
          about: { kind: 'edition', id: editionId },
        },
      )
      return ok({ id, narrativeId, number, wordsAdded, wordsRemoved })
    })
  }
}

/** N6: what was put back, by whom and when, and whether that can still be taken back in one act. */
export function restoresWith(collab: Pick<Collab, 'lookAt'>) {
  return async ({ narrativeId }: In['restores'], { services: { db }, person }: Outside) => {
    const rows = await restoreStore.restoresOf(db, person, narrativeId)
    if (rows.length === 0) return ok([])
    const now = await collab.lookAt(narrativeId, (doc) =>
      hashOf(canonicalBytes(documentFromYDoc(doc, newId))),
    )
    const names = await bylines(
      db,
      person,
      rows.map(({ restoredBy }) => restoredBy),
    )
    return ok(
      rows.map(({ id, editionId, number, restoredAt, restoredBy, undoneAt, after, before }) =>
        restoreLine.parse({
          id,
          editionId,
          number,
          restoredAt: restoredAt.toISOString(),
          restoredBy: names.get(restoredBy),
          undoneAt: undoneAt?.toISOString() ?? null,
          isAsRestored: undoneAt === null && after === now,
          wordsBefore: wordCount(asAccepted(before)),
        }),
      ),
    )
  }
}

/** Back to what stood before, itself a forward change; never at the cost of a word that was written since. */
export function undoRestoreWith(collab: Pick<Collab, 'editDraft'>) {
  return async ({ narrativeId, restoreId }: In['undoRestore'], call: Outside) => {
    const { db } = call.services
    const restore = await restoreStore.restoreOf(db, call.person, { narrativeId, id: restoreId })
    if (!restore) return refuse('no-such-restore')
    const edition = await editionsStore.summaryOf(db, call.person, restore.editionId)
    if (!edition) return refuse('no-such-restore')
    const isUndone = await collab.editDraft(
      narrativeId,
      (doc) => {
        if (hashOf(canonicalBytes(documentFromYDoc(doc, newId))) !== restore.after) return false
        replaceContent(doc, restore.before)
        return true
      },
      call.person.id,
    )
    if (!isUndone) return refuse('written-since')
    return inTransaction(db, async (tx) => {
      await restoreStore.markUndone(tx, call.person, toRestoreId.parse(restoreId), call.now)
      await tell(
        { ...call, tx },
        {
          type: 'draft.restored',
          aggregate: edition.initiativeId,
          initiativeId: edition.initiativeId,
          narrativeId,
          editionId: edition.id,
          says: `put back what stood in the draft before edition ${edition.number} was restored`,
          about: { kind: 'edition', id: edition.id },
        },
      )
      return ok(undefined)
    })
  }
}

export async function beforeRestore({ narrativeId, restoreId }: In['beforeRestore'], call: Call) {
  const restore = await restoreStore.restoreOf(call.tx, call.person, { narrativeId, id: restoreId })
  if (!restore) return refuse('no-such-restore')
  const markdown = documentToMarkdown(asAccepted(restore.before))
  const title = headlineOf(restore.before)
  const says = 'exported what stood in the draft before a restore, as Markdown'
  const initiativeId = toInitiativeId.parse(restore.initiativeId)
  await tellExported({ initiativeId, of: 'narrative', id: narrativeId, says }, call)
  return ok(fileNamed(title, ', before it was restored.md', markdown, 'text/markdown; charset=utf-8'))
}
