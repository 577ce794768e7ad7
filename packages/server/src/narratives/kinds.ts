import type { narrativesContract } from '@foreword/core/narratives/contract'
import { type CompanyKind, freeId, type KindTemplate } from '@foreword/core/narratives/kind'
import { MOST_KINDS } from '@foreword/core/narratives/kind-refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { theWorkspace } from '../people/store.ts'
import * as store from './kinds-store.ts'
import './narrative-news.ts'
import { readTemplate, templateFile } from './template-file.ts'

type In = Inputs<typeof narrativesContract>

export async function kinds(_: unknown, call: Call) {
  return ok(await store.kindsOf(call.tx, call))
}

export async function saveKind({ kindId, template, version }: In['saveKind'], call: Call) {
  const kind = await store.lockKind(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  if (kind.version !== version) return refuse('changed-meanwhile')
  const by = { updatedBy: call.person.id, updatedAt: call.now }
  if (version > 0) await store.updateKind(call.tx, call, kindId, { template, version: version + 1, ...by })
  else {
    const row = { ...by, workspaceId: call.workspaceId, id: kindId, template, version: 1, copyOf: null }
    if (!(await store.insertKind(call.tx, { ...row, createdAt: call.now })))
      return refuse('changed-meanwhile')
  }
  return told(kindId, 'changed', call)
}

export async function addKind({ template }: In['addKind'], call: Call) {
  return add(template, null, call)
}

export async function duplicateKind(
  { kindId }: In['duplicateKind'],
  call: Call,
): Promise<Result<CompanyKind, 'no-such-kind' | 'too-many-kinds'>> {
  const kind = await store.kindOf(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  const { label, purpose, limits, parts } = kind
  const copy = { label: `${label.slice(0, 53)} (copy)`, purpose, limits, parts }
  return add(copy, { from: 'kind', id: kindId, label }, call)
}

export async function resetKind({ kindId, version }: In['resetKind'], call: Call) {
  const kind = await store.lockKind(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  if (kind.origin === 'added') return refuse('no-default')
  if (kind.version !== version) return refuse('changed-meanwhile')
  await store.deleteKind(call.tx, call, kindId)
  return told(kindId, 'reset', call)
}

export async function removeKind({ kindId }: In['removeKind'], call: Call) {
  const kind = await store.lockKind(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  if (store.shippedKind(kindId)) return refuse('ships-with-the-product')
  if ((await store.documentsOf(call.tx, call, kindId)) > 0) return refuse('kind-in-use')
  await store.deleteKind(call.tx, call, kindId)
  await tell(call, { type: 'kind.changed', aggregate: call.workspaceId, kindId, act: 'removed' })
  return ok(undefined)
}

export async function exportKind({ kindId }: In['exportKind'], call: Call) {
  const kind = await store.kindOf(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  const company = (await theWorkspace(call.tx))?.name ?? ''
  return ok(templateFile(kind, company))
}

export async function importKind({ file }: In['importKind'], call: Call) {
  const read = await readTemplate(file)
  if (!read.ok) return read
  const { id, template, company } = read.value
  return add(template, { from: 'file', label: template.label, company }, call, id)
}

async function add(
  template: KindTemplate,
  copyOf: CompanyKind['copyOf'],
  call: Call,
  wished = template.label,
): Promise<Result<CompanyKind, 'too-many-kinds'>> {
  const taken = await store.kindsOf(call.tx, call)
  if (taken.length >= MOST_KINDS) return refuse('too-many-kinds')
  const ids = taken.map(({ id }) => id)
  for (;;) {
    const id = freeId(wished, ids, 'kind')
    const made = await store.insertKind(call.tx, {
      workspaceId: call.workspaceId,
      id,
      template,
      version: 1,
      copyOf,
      createdAt: call.now,
      updatedAt: call.now,
      updatedBy: call.person.id,
    })
    if (made) return told(id, 'added', call)
    // somebody added one of this name meanwhile
    ids.push(id)
  }
}

async function told(kindId: string, act: 'changed' | 'added' | 'reset', call: Call) {
  await tell(call, { type: 'kind.changed', aggregate: call.workspaceId, kindId, act })
  const kind = await store.kindOf(call.tx, call, kindId)
  if (!kind) throw new Error(`the kind ${kindId} was ${act} and is not there`)
  return ok(kind)
}
