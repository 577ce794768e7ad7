import type { narrativeRefusals } from '@foreword/core/narratives/refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { DocumentJson, NodeJson } from '@foreword/document/json'
import { assetOf, hashOfAsset } from '@foreword/document/links'
import { MOST_PICTURES } from '../formats/pictures.ts'
import { type Keeping, readAsset } from './assets.ts'
import { type NewAsset, sha256Of } from './assets-store.ts'

export const pictureRefusals = [
  'broken-picture',
  'picture-too-large',
  'too-many-pixels',
  'too-many-pictures',
] as const satisfies (keyof typeof narrativeRefusals)[]
export type PictureRefusal = (typeof pictureRefusals)[number]

/** The pictures of a file, each read as an uploaded one is, and the names under which it is kept by their old ones. */
export interface LookedAt {
  assets: NewAsset[]
  names: Map<string, string | null>
}

/**
 * Looks at every picture that a file brought. One of a kind that nobody here can show (Word knows many) is left out,
 * with its words in its place; one that is broken or would unpack into too much refuses the file.
 */
export async function lookedAt(
  pictures: ReadonlyMap<string, Uint8Array>,
  typeset: Keeping['typeset'],
): Promise<Result<LookedAt, PictureRefusal>> {
  if (pictures.size > MOST_PICTURES) return refuse('too-many-pictures')
  const found: LookedAt = { assets: [], names: new Map() }
  for (const [name, bytes] of pictures) {
    const read = await readAsset(bytes, typeset)
    const isPicture = read.ok && read.value.width > 0
    if (!read.ok && read.refusal !== 'not-a-picture') return refuse(read.refusal)
    found.names.set(name, isPicture ? sha256Of(read.value.bytes) : null)
    if (isPicture) found.assets.push(read.value)
  }
  return ok(found)
}

/** The document with each picture by the name that it is kept under. */
export function withNames(document: DocumentJson, { names }: LookedAt): DocumentJson {
  const visit = (node: NodeJson): NodeJson => {
    const content = node.content?.map(visit)
    const name = node.type === 'image' ? hashOfAsset(node.attrs?.src) : null
    const kept = name === null ? undefined : names.get(name)
    return {
      ...node,
      ...(kept === undefined ? {} : { attrs: { ...node.attrs, src: kept === null ? '' : assetOf(kept) } }),
      ...(content ? { content } : {}),
    }
  }
  return names.size === 0 ? document : { ...document, content: document.content.map(visit) }
}
