import { hashOfAsset } from '@foreword/document/links'

/** Where a browser finds what a narrative shows; null for what is no asset, which our policy would not load. */
export function assetAddress(narrativeId: string, reference: unknown): string | null {
  const hash = hashOfAsset(reference)
  return hash === null ? null : `/api/narratives/${narrativeId}/assets/${hash}`
}
