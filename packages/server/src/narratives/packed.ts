import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { linesFrom, originsFrom, packedLines, packedOrigins } from '@foreword/document/packed'

/*
 * An edition's lines and origins as its row holds them: packed, then deflated, which halves what is left. What was
 * written so must be readable for ever: another way of packing needs another column.
 */

type Lines = Parameters<typeof packedLines>[0]
type Origins = Parameters<typeof packedOrigins>[0]

export const packLines = (lines: Lines) => deflateRawSync(packedLines(lines))
export const unpackLines = (bytes: Uint8Array) => linesFrom(inflateRawSync(bytes))
export const packOrigins = (origins: Origins) => deflateRawSync(packedOrigins(origins))
export const unpackOrigins = (bytes: Uint8Array) => originsFrom(inflateRawSync(bytes))
