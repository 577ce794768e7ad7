import { figurePercent } from '@foreword/document/figure-size'
import { assetOf, hashOfAsset } from '@foreword/document/links'
import { client } from '../../api.ts'
import { assetAddress } from './asset-address.ts'
import { type KeptAsset, uploadAsset } from './upload.ts'
import { openUploadJournal, type UploadJournal } from './upload-journal.ts'

/** What the figures of one draft need of the world around it. */
export interface FigureHost {
  /** Where a browser finds an asset; null for what is none. */
  address(reference: unknown): string | null
  /** Sends a file and gives the name of what is kept. Rejects with an `UploadFailure`. */
  upload(file: Blob, name: string, onProgress?: (share: number) => void): Promise<string>
  /** Percent of the column that an asset takes; undefined while its pixels are not known. */
  percent(reference: unknown, chosen: number | null): Promise<number | undefined>
  /** Lets this draft show what was pasted from another that its writer may read. */
  adopt(references: readonly string[]): Promise<void>
  /** Pictures that are not sent yet. */
  journal: UploadJournal
  text(reference: unknown): Promise<string | null>
  /** Opens the drawing board on a scene; what is drawn there comes back as two assets, null when nothing was kept. */
  sketch(scene: string | null): Promise<{ scene: string; drawing: string } | null>
}

type NarrativeId = Parameters<typeof client.narratives.get>[0]['narrativeId']

export function createFigureHost(
  narrativeId: NarrativeId,
  paper: 'letter' | 'a4',
  sketch: FigureHost['sketch'],
): FigureHost {
  const known = new Map<string, KeptAsset>()
  const note = (assets: readonly KeptAsset[]) => {
    for (const asset of assets) known.set(asset.sha256, asset)
  }
  let asking: Promise<void> | null = null
  // one question for all the figures of a page
  const ask = () => {
    asking ??= client.narratives
      .assets({ narrativeId })
      .then(note)
      .finally(() => {
        asking = null
      })
    return asking
  }

  return {
    journal: openUploadJournal(narrativeId),
    address: (reference) => assetAddress(narrativeId, reference),
    async upload(file, name, onProgress) {
      const kept = await uploadAsset({ narrativeId, file, name, ...(onProgress ? { onProgress } : {}) })
      note([kept])
      return assetOf(kept.sha256)
    },
    async percent(reference, chosen) {
      const hash = hashOfAsset(reference)
      if (hash === null) return undefined
      if (!known.has(hash)) await ask()
      const found = known.get(hash)
      return found && figurePercent(found, chosen, paper)
    },
    async adopt(references) {
      const hashes = references.flatMap((reference) => hashOfAsset(reference) ?? [])
      const missing = [...new Set(hashes)].filter((hash) => !known.has(hash))
      if (missing.length > 0) note(await client.narratives.adoptAssets({ narrativeId, assets: missing }))
    },
    async text(reference) {
      const address = assetAddress(narrativeId, reference)
      const answer = address === null ? null : await fetch(address)
      return answer?.ok ? answer.text() : null
    },
    sketch,
  }
}
