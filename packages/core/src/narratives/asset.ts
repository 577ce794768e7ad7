import * as z from 'zod'
import { pictureTypes, sha256 } from '../pictures.ts'

/** What may be kept beside a narrative. Bytes decide what a file is; its name and what a browser calls it do not. */
export const assetTypes = [...pictureTypes, 'image/svg+xml', 'application/vnd.excalidraw+json'] as const
export type AssetType = (typeof assetTypes)[number]

export const LARGEST_PICTURE_BYTES = 10 * 1024 * 1024
/** Drawings and scenes are text that a browser of ours wrote. */
export const LARGEST_DRAWING_BYTES = 2 * 1024 * 1024
/** A file kept by what is in it. Pixels are 0 for a scene, which is drawn on and not looked at. */
export const asset = z.object({
  sha256,
  mediaType: z.enum(assetTypes),
  width: z.int(),
  height: z.int(),
})
export type Asset = z.infer<typeof asset>
