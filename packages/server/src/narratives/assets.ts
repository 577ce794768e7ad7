import { type Asset, LARGEST_DRAWING_BYTES, LARGEST_PICTURE_BYTES } from '@foreword/core/narratives/asset'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import { ok, type Result, refuse } from '@foreword/core/result'
import { cleanSvg } from '@foreword/document/svg'
import { type Call, inTransaction, type RequestContext } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { type ObjectStore, reached } from '../storage/object-store.ts'
import { pictureIn } from '../storage/picture.ts'
import { serveSafely } from '../storage/serving.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import * as assetsStore from './assets-store.ts'

type In = Inputs<typeof narrativesContract>
type Unfit = 'not-a-picture' | 'broken-picture' | 'picture-too-large' | 'too-many-pixels'

export interface Keeping {
  /** Null: in the database. */
  store: ObjectStore | null
  typeset: Pick<TypesetService, 'probe'>
}

/** A picture is read whole, by its bytes, before anything of it is kept (A5). */
export function uploadWith({ store, typeset }: Keeping) {
  return async (
    { narrativeId, file }: In['uploadAsset'],
    call: Omit<Call, 'tx'>,
  ): Promise<Result<Asset, Unfit | 'storage-unreachable'>> => {
    if (file.size > LARGEST_PICTURE_BYTES) return refuse('picture-too-large')
    const read = await readAsset(new Uint8Array(await file.arrayBuffer()), typeset)
    if (!read.ok) return read
    const { workspaceId, person, now, services } = call
    const kept = await reached(assetsStore.keepBytes(store, workspaceId, read.value))
    if (!kept.ok) return kept
    const adding = { workspaceId, narrativeId, by: person.id, at: now }
    return inTransaction(services.db, async (tx) =>
      ok(await assetsStore.insertAsset(tx, adding, read.value, store !== null)),
    )
  }
}

export async function readAsset(
  bytes: Uint8Array,
  typeset: Keeping['typeset'],
): Promise<Result<assetsStore.NewAsset, Unfit>> {
  const drawn = drawingIn(bytes)
  if (drawn) {
    if (!drawn.ok || drawn.value.mediaType !== 'image/svg+xml') return drawn
    // what the page cannot show must not be found out when the edition is frozen
    return (await typeset.probe(drawn.value)) ? drawn : refuse('not-a-picture')
  }
  const picture = pictureIn(bytes)
  if (!picture.ok) return picture
  const set = await typeset.probe({ ...picture.value, bytes })
  if (!set) return refuse('broken-picture')
  const { width, height } = picture.value
  // a camera turned on its side says so beside the pixels
  const isTurned = width !== height && set.width > set.height !== width > height
  return ok({ ...picture.value, ...(isTurned ? { width: height, height: width } : {}), bytes })
}

/** Text that a browser of ours wrote: an SVG, cleaned, or the scene of a sketch. Undefined for anything else. */
function drawingIn(bytes: Uint8Array): Result<assetsStore.NewAsset, Unfit> | undefined {
  const isText = /^\s*(?:<\?xml|<svg|\{)/.test(new TextDecoder().decode(bytes.subarray(0, 200)))
  if (!isText) return undefined
  if (bytes.byteLength > LARGEST_DRAWING_BYTES) return refuse('picture-too-large')
  const text = decoded(bytes)
  if (text === null) return refuse('not-a-picture')
  if (text.trimStart().startsWith('{'))
    return isScene(text)
      ? ok({ mediaType: 'application/vnd.excalidraw+json', width: 0, height: 0, bytes })
      : refuse('not-a-picture')
  const clean = cleanSvg(text.trim())
  if (!clean.ok) return refuse('not-a-picture')
  const { svg, width, height } = clean.value
  return ok({ mediaType: 'image/svg+xml', width, height, bytes: new TextEncoder().encode(svg) })
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // the decoder's only way to say that these bytes are not UTF-8
    return null
  }
}

function isScene(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return (
      typeof value === 'object' &&
      value !== null &&
      Reflect.get(value, 'type') === 'excalidraw' &&
      Array.isArray(Reflect.get(value, 'elements'))
    )
  } catch {
    // no JSON
    return false
  }
}

export async function adopt({ narrativeId, assets }: In['adoptAssets'], call: Call) {
  const { tx, workspaceId, person, now } = call
  const mine = await assetsStore.readable(tx, person, assets)
  await assetsStore.link(tx, { workspaceId, narrativeId, by: person.id, at: now }, mine)
  const all = await assetsStore.assetsOfNarrative(tx, workspaceId, narrativeId)
  return ok(all.filter(({ sha256 }) => assets.includes(sha256)))
}

export async function list({ narrativeId }: In['assets'], call: Call) {
  return ok(await assetsStore.assetsOfNarrative(call.tx, call.workspaceId, narrativeId))
}

export function downloadWith({ store }: Pick<Keeping, 'store'>) {
  return async (
    { narrativeId, sha256 }: In['asset'],
    call: Omit<Call, 'tx'>,
    { responseHeaders }: Pick<RequestContext, 'responseHeaders'>,
  ): Promise<Result<File, 'not-found' | 'storage-unreachable'>> => {
    const wanted = { workspaceId: call.workspaceId, narrativeId, sha256 }
    const found = await reached(assetsStore.bytesOf(call.services.db, store, wanted))
    if (!found.ok) return found
    if (!found.value) return refuse('not-found')
    const { mediaType, bytes } = found.value
    serveSafely(responseHeaders)
    const type = mediaType === 'application/vnd.excalidraw+json' ? 'application/json' : mediaType
    // a Buffer of the driver may stand on shared memory, which the type of a File does not allow
    return ok(new File([new Uint8Array(bytes)], `${sha256.slice(0, 12)}.${endings[mediaType]}`, { type }))
  }
}

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'application/vnd.excalidraw+json': 'excalidraw',
} as const satisfies Record<Asset['mediaType'], string>
