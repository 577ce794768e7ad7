import type { KindTemplate } from '@foreword/core/narratives/kind'
import { assetsOf } from '@foreword/document/figures'
import type { DocumentJson } from '@foreword/document/json'
import { SCHEMA_VERSION } from '@foreword/document/schema'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { encodeStateAsUpdate } from 'yjs'
import { headlineOf } from './drafts.ts'

/** The first words of a draft, ready to be stored. */
export interface Seed {
  schemaVersion: number
  update: Uint8Array
  title: string
  /** SHA-256 of what it shows. */
  assets: string[]
}

/** `kind`: the template it was begun from, whose headings are nobody's words. */
export async function seedFrom(document: DocumentJson, kind?: KindTemplate): Promise<Seed> {
  const { yDocFrom } = await import('@foreword/document/yjs-write')
  return {
    schemaVersion: SCHEMA_VERSION,
    update: encodeStateAsUpdate(yDocFrom(document)),
    title: headlineOf(asAccepted(document), kind),
    assets: assetsOf(document),
  }
}
