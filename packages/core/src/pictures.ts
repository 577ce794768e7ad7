import * as z from 'zod'

/** Pictures whose bytes say what they are, and which every browser shows. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A picture of more unpacks into more memory than a page is worth. */
export const MOST_PIXELS = 25_000_000

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256')
