import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A chunk of vite's manifest, by its key there: the source of an entry, or a name of its own. */
interface Chunk {
  file: string
  name?: string
  imports?: string[]
}

/**
 * What must have come before each page stands, in gzipped kB (1000 bytes): a reader's before the pages can be read,
 * an author's before the sheet can be written on. The socket counts, though it is called for and not imported: the
 * room comes over it. What is fetched after that (dialogs, menus, the next phases) does not.
 */
export const firstLoads = {
  reader: { budgetKB: 120, starts: ['index.html', 'src/reviews/EditionPage.tsx', 'src/socket.ts'] },
  room: { budgetKB: 120, starts: ['index.html', 'src/meetings/room/RoomPage.tsx', 'src/socket.ts'] },
  editor: { budgetKB: 300, starts: ['index.html', 'src/reviews/DraftPage.tsx', 'src/socket.ts'] },
}

export interface Weight {
  kB: number
  /** Heaviest first. */
  files: { file: string; kB: number }[]
}

/** The JavaScript that `starts` bring with them, out of what was built in `dist`. */
export function weigh(dist: string, starts: readonly string[]): Weight {
  // written by vite just before, in the shape that it documents
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const files = [...withImports(manifest, starts)]
    .map((file) => ({ file, kB: gzipSync(readFileSync(join(dist, file))).length / 1000 }))
    .sort((one, two) => two.kB - one.kB)
  return { kB: files.reduce((sum, { kB }) => sum + kB, 0), files }
}

/** The files that `starts` are in, with all that these import. */
export function withImports(manifest: Record<string, Chunk>, starts: readonly string[]): Set<string> {
  const files = new Set<string>()
  const add = (chunk: Chunk | undefined, wanted: string) => {
    if (chunk === undefined) throw new Error(`Nothing that was built comes from ${wanted}.`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const key of chunk.imports ?? []) add(manifest[key], key)
  }
  for (const start of starts) add(manifest[start] ?? sharedAs(manifest, start), start)
  return files
}

/** A page that another imports as well is no entry any more: then its chunk has its name. */
function sharedAs(manifest: Record<string, Chunk>, source: string): Chunk | undefined {
  const name = /(\w+)\.tsx?$/.exec(source)?.[1]
  return Object.values(manifest).find((chunk) => chunk.name === name && chunk.file.endsWith('.js'))
}
