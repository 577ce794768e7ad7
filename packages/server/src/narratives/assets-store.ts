import { createHash } from 'node:crypto'
import type { Asset, AssetType } from '@foreword/core/narratives/asset'
import { assetsOf } from '@foreword/document/figures'
import type { DocumentJson } from '@foreword/document/json'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import type { ObjectStore } from '../storage/object-store.ts'
import type { Shows } from '../typeset/source.ts'
import { assets, narrativeAssets, narratives } from './tables.ts'

type Reader = Database | Tx

const shown = {
  sha256: assets.sha256,
  mediaType: assets.mediaType,
  width: assets.width,
  height: assets.height,
}

const joined = and(
  eq(assets.workspaceId, narrativeAssets.workspaceId),
  eq(assets.sha256, narrativeAssets.sha256),
)

/** What a narrative may show. Whether the asker may read it was settled at the door, by its narrative. */
export async function assetsOfNarrative(
  db: Reader,
  workspaceId: string,
  narrativeId: string,
): Promise<Asset[]> {
  return db
    .select(shown)
    .from(narrativeAssets)
    .innerJoin(assets, joined)
    .where(and(eq(narrativeAssets.workspaceId, workspaceId), eq(narrativeAssets.narrativeId, narrativeId)))
    .orderBy(asc(narrativeAssets.addedAt), asc(assets.sha256))
}

export interface StoredAsset {
  mediaType: AssetType
  bytes: Uint8Array
}

/** The bytes of one asset of a narrative; null when the narrative has no such asset. */
export async function bytesOf(
  db: Reader,
  store: ObjectStore | null,
  wanted: { workspaceId: string; narrativeId: string; sha256: string },
): Promise<StoredAsset | null> {
  const { workspaceId, narrativeId, sha256 } = wanted
  const [row] = await db
    .select({ mediaType: assets.mediaType, bytes: assets.bytes })
    .from(narrativeAssets)
    .innerJoin(assets, joined)
    .where(
      and(
        eq(narrativeAssets.workspaceId, workspaceId),
        eq(narrativeAssets.narrativeId, narrativeId),
        eq(narrativeAssets.sha256, sha256),
      ),
    )
  if (!row) return null
  // what was kept before a store was set up, or after it was left, lies in the database
  const bytes = row.bytes ?? (await store?.get(keyOf(workspaceId, sha256))) ?? null
  return bytes && { mediaType: row.mediaType, bytes }
}

export interface NewAsset extends Omit<Asset, 'sha256'> {
  bytes: Uint8Array
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const keyOf = (workspaceId: string, sha256: string) => `${workspaceId}/${sha256}`

/** Puts the bytes where they are kept, if that is not the database. Before the transaction: doing it twice is nothing. */
export async function keepBytes(
  store: ObjectStore | null,
  workspaceId: string,
  asset: NewAsset,
): Promise<void> {
  await store?.put(keyOf(workspaceId, sha256Of(asset.bytes)), asset.bytes, asset.mediaType)
}

interface Adding {
  workspaceId: string
  narrativeId: string
  by: string
  at: Date
}

export async function insertAsset(
  tx: Tx,
  { workspaceId, narrativeId, by, at }: Adding,
  { bytes, mediaType, width, height }: NewAsset,
  isElsewhere: boolean,
): Promise<Asset> {
  const sha256 = sha256Of(bytes)
  await tx
    .insert(assets)
    .values({
      workspaceId,
      sha256,
      mediaType,
      width,
      height,
      byteLength: bytes.byteLength,
      bytes: isElsewhere ? null : bytes,
      createdAt: at,
    })
    .onConflictDoNothing()
  await link(tx, { workspaceId, narrativeId, by, at }, [sha256])
  return { sha256, mediaType, width, height }
}

/** Lets a narrative show assets that are kept. The caller knows that whoever adds them may read them. */
export async function link(
  tx: Tx,
  { workspaceId, narrativeId, by, at }: Adding,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return
  await tx
    .insert(narrativeAssets)
    .values(hashes.map((sha256) => ({ workspaceId, narrativeId, sha256, addedBy: by, addedAt: at })))
    .onConflictDoNothing()
}

/**
 * Of these assets, those that some narrative shows which this person may read. Knowing the name of a picture gives no
 * right to see it: an edition that somebody lost access to still names its pictures in their memory.
 */
export async function readable(db: Reader, viewer: Sees, hashes: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(hashes)]
  if (wanted.length === 0) return []
  const rows = await db
    .selectDistinct({ sha256: narrativeAssets.sha256 })
    .from(narrativeAssets)
    .innerJoin(
      narratives,
      and(
        eq(narratives.workspaceId, narrativeAssets.workspaceId),
        eq(narratives.id, narrativeAssets.narrativeId),
      ),
    )
    .where(
      and(
        eq(narrativeAssets.workspaceId, viewer.workspaceId),
        inArray(narrativeAssets.sha256, wanted),
        visibleInitiative(viewer, narratives.initiativeId),
      ),
    )
  return rows.map((row) => row.sha256)
}

/** The pixels of what a document shows, for the typesetter; of the assets its narrative may show, nothing else. */
export async function showsOf(db: Reader, narrativeId: string, document: DocumentJson): Promise<Shows> {
  const hashes = assetsOf(document)
  if (hashes.length === 0) return {}
  const rows = await db
    .select(shown)
    .from(narrativeAssets)
    .innerJoin(assets, joined)
    .where(and(eq(narrativeAssets.narrativeId, narrativeId), inArray(narrativeAssets.sha256, hashes)))
  return Object.fromEntries(rows.map(({ sha256, ...pixels }) => [sha256, pixels]))
}
