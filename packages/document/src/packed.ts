import type { EditionLine } from '@foreword/core/narratives/narrative'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { TextOrigin } from './yjs.ts'

/*
 * What is kept with every edition, in few bytes: of a page written by many hands the runs of ids are most of it.
 * Numbers are differences from what one would expect, so nearly all take one byte; an id is written once.
 */

/** In the order given; blocks are named by their place in the list of ids that stands first. */
export function packedLines(lines: readonly EditionLine[]): Uint8Array {
  return encoding.encode((to) => {
    const ids = written(to, new Set(lines.map(({ block }) => block)))
    encoding.writeVarUint(to, lines.length)
    const at = new Map<string, number>()
    let [line, page, block] = [0, 0, 0]
    for (const each of lines) {
      const index = ids.get(each.block) ?? 0
      encoding.writeVarInt(to, each.line - line)
      encoding.writeVarInt(to, each.page - page)
      encoding.writeVarInt(to, index - block)
      encoding.writeVarInt(to, each.from - (at.get(each.block) ?? 0))
      encoding.writeVarInt(to, each.to - each.from)
      at.set(each.block, each.to)
      ;[line, page, block] = [each.line, each.page, index]
    }
  })
}

/** What `packedLines` wrote. */
export function linesFrom(bytes: Uint8Array): EditionLine[] {
  const from = decoding.createDecoder(bytes)
  const ids = read(from)
  const at = new Map<string, number>()
  let [line, page, index] = [0, 0, 0]
  return Array.from({ length: decoding.readVarUint(from) }, () => {
    line += decoding.readVarInt(from)
    page += decoding.readVarInt(from)
    index += decoding.readVarInt(from)
    const block = idAt(ids, index)
    const start = (at.get(block) ?? 0) + decoding.readVarInt(from)
    const end = start + decoding.readVarInt(from)
    at.set(block, end)
    return { line, page, block, from: start, to: end }
  })
}

/** The keys keep their order. */
export function packedOrigins(origins: Record<string, TextOrigin>): Uint8Array {
  return encoding.encode((to) => {
    const clients = new Map<number, number>()
    for (const [client] of Object.values(origins).flat())
      if (!clients.has(client)) clients.set(client, clients.size)
    encoding.writeVarUint(to, clients.size)
    for (const client of clients.keys()) encoding.writeVarUint(to, client)
    written(to, new Set(Object.keys(origins)))
    const next = new Map<number, number>()
    for (const runs of Object.values(origins)) {
      encoding.writeVarUint(to, runs.length)
      for (const [client, clock, length] of runs) {
        encoding.writeVarUint(to, clients.get(client) ?? 0)
        encoding.writeVarInt(to, clock - (next.get(client) ?? 0))
        encoding.writeVarUint(to, length)
        next.set(client, clock + length)
      }
    }
  })
}

/** What `packedOrigins` wrote. */
export function originsFrom(bytes: Uint8Array): Record<string, TextOrigin> {
  const from = decoding.createDecoder(bytes)
  const clients = Array.from({ length: decoding.readVarUint(from) }, () => decoding.readVarUint(from))
  const next = new Map<number, number>()
  const origins = read(from).map((id): [string, TextOrigin] => [
    id,
    Array.from({ length: decoding.readVarUint(from) }, () => {
      const client = clients[decoding.readVarUint(from)]
      if (client === undefined) throw new Error('packed origins name a writer that is not there')
      const clock = (next.get(client) ?? 0) + decoding.readVarInt(from)
      const length = decoding.readVarUint(from)
      next.set(client, clock + length)
      return [client, clock, length]
    }),
  ])
  return Object.fromEntries(origins)
}

function written(to: encoding.Encoder, ids: ReadonlySet<string>): Map<string, number> {
  encoding.writeVarUint(to, ids.size)
  for (const id of ids) encoding.writeVarString(to, id)
  return new Map([...ids].map((id, index) => [id, index]))
}

const read = (from: decoding.Decoder) =>
  Array.from({ length: decoding.readVarUint(from) }, () => decoding.readVarString(from))

function idAt(ids: readonly string[], index: number): string {
  const id = ids[index]
  if (id === undefined) throw new Error('packed lines name a block that is not there')
  return id
}
