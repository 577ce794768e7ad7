import { createHash } from 'node:crypto'
import { dayIn } from '@foreword/core/calendar'
import type { evidenceContract } from '@foreword/core/evidence/contract'
import {
  type EvidenceFile,
  LARGEST_EVIDENCE_FILE_BYTES,
  MOST_EVIDENCE_FILES,
  plainName,
} from '@foreword/core/evidence/file'
import { evidenceFileId, type InitiativeId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction, type Reading, type RequestContext, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as initiativesStore from '../initiatives/store.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { timeZoneOf } from '../people/store.ts'
import { type ObjectStore, reached } from '../storage/object-store.ts'
import { pictureIn } from '../storage/picture.ts'
import { serveSafely } from '../storage/serving.ts'
import { hasEvidence } from './assumptions-store.ts'
import * as store from './files-store.ts'

type In = Inputs<typeof evidenceContract>

declare module '../outbox/events.ts' {
  interface Events {
    'evidence.filed': OnTimeline
  }
}

/** Where a file may not go after all, nothing of it stays: not with the piece, and not where bytes are kept. */
export function addWith(objects: ObjectStore | null) {
  return async (
    { initiativeId, evidenceId, file }: In['addFile'],
    call: Omit<Call, 'tx'>,
  ): Promise<
    Result<
      EvidenceFile,
      | 'file-is-empty'
      | 'file-too-large'
      | 'storage-unreachable'
      | 'not-found'
      | 'evidence-is-gone'
      | 'recordings-are-over'
      | 'too-many-files'
    >
  > => {
    if (file.size === 0) return refuse('file-is-empty')
    if (file.size > LARGEST_EVIDENCE_FILE_BYTES) return refuse('file-too-large')
    const { workspaceId, person, now, services } = call
    const bytes = new Uint8Array(await file.arrayBuffer())
    const id = newId()
    const kept = await reached(
      Promise.resolve(objects?.put(store.keyOf(workspaceId, id), bytes, 'application/octet-stream')),
    )
    if (!kept.ok) return kept
    const name = plainName(file.name)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const picture = pictureIn(bytes)
    let isUsed = false
    const added = await inTransaction(services.db, async (tx) => {
      const inside = { ...call, tx }
      const of = { initiativeId, evidenceId }
      if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
      if (!(await hasEvidence(tx, person, { initiativeId, id: evidenceId })))
        return refuse('evidence-is-gone')
      const lastDay = await store.lastDayOf(tx, person, of)
      if (lastDay !== null && lastDay < dayIn(await timeZoneOf(tx), now)) return refuse('recordings-are-over')
      const was = await store.same(tx, person, { ...of, name, sha256 })
      if (was && !was.isDropped) return ok(was.file)
      if ((await store.countOf(tx, person, of)) >= MOST_EVIDENCE_FILES) return refuse('too-many-files')
      await tellFiled(initiativeId, 'added a file to the evidence', inside)
      if (was) {
        await store.drop(tx, person, { ...of, id: was.file.id, droppedAt: null })
        return ok(was.file)
      }
      const facts = {
        name,
        byteLength: bytes.byteLength,
        sha256,
        picture: picture.ok ? picture.value.mediaType : null,
      }
      const row = { ...facts, ...of, workspaceId, id, addedBy: person.id, addedAt: now }
      await store.insert(tx, { ...row, bytes: objects ? null : bytes })
      isUsed = true
      const by = { id: person.id, name: person.name }
      return ok({ ...facts, id: evidenceFileId.parse(id), addedAt: now.toISOString(), by })
    })
    if (objects && !(added.ok && isUsed)) await reached(objects.remove(store.keyOf(workspaceId, id)))
    return added
  }
}

export function openWith(objects: ObjectStore | null) {
  return async (
    { initiativeId, evidenceId, fileId }: In['file'],
    { db, person }: Pick<Reading, 'db' | 'person'>,
    { responseHeaders }: Pick<RequestContext, 'responseHeaders'>,
  ): Promise<Result<File, 'not-found' | 'storage-unreachable'>> => {
    const asked = await reached(store.open(db, objects, person, { initiativeId, evidenceId, id: fileId }))
    if (!asked.ok) return asked
    if (!asked.value) return refuse('not-found')
    const { name, picture, bytes } = asked.value
    serveSafely(responseHeaders)
    // a page shows pictures alone; whatever else it is, it is saved and not opened here
    const where = picture ? 'inline' : 'attachment'
    responseHeaders?.set('content-disposition', `${where}; filename*=UTF-8''${encoded(name)}`)
    return ok(new File([new Uint8Array(bytes)], name, { type: picture ?? 'application/octet-stream' }))
  }
}

/** RFC 5987: what `encodeURIComponent` leaves and a header may not hold. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

export async function dropFile({ initiativeId, evidenceId, fileId, dropped }: In['dropFile'], call: Call) {
  const { tx, person, now } = call
  if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  const of = { initiativeId, evidenceId }
  if (!dropped && (await store.countOf(tx, person, of)) >= MOST_EVIDENCE_FILES)
    return refuse('too-many-files')
  if (await store.drop(tx, person, { ...of, id: fileId, droppedAt: dropped ? now : null })) {
    const act = dropped ? 'removed a file of the evidence' : 'put a file of the evidence back'
    await tellFiled(initiativeId, act, call)
  }
  return ok(undefined)
}

const tellFiled = (initiativeId: InitiativeId, says: string, call: Call) =>
  tell(call, { type: 'evidence.filed', aggregate: initiativeId, initiativeId, says, gathers: true })
