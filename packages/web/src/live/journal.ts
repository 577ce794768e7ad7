import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/**
 * The browser's own copy of a draft: what was typed while the server could not take it survives a closed tab. It needs
 * no secure context, but some private windows have no IndexedDB; then there is none, and leaving is warned of instead.
 */
export type Journal = { isKept: true; close(): Promise<void>; erase(): Promise<void> } | { isKept: false }

const PREFIX = 'foreword-draft'

/** A journal of one schema is never opened by the code of an older one, which would delete what it does not know. */
const journalName = (documentId: string, schemaVersion: number) =>
  `${PREFIX}-${documentId}-schema-${schemaVersion}`

export async function openJournal(doc: Y.Doc, documentId: string, schemaVersion: number): Promise<Journal> {
  if (!(await hasIndexedDb())) return { isKept: false }
  for (let older = 1; older < schemaVersion; older++) await adopt(doc, journalName(documentId, older))
  const name = journalName(documentId, schemaVersion)
  const persistence = new IndexeddbPersistence(name, doc)
  await persistence.whenSynced
  return {
    isKept: true,
    close: async () => void (await persistence.destroy()),
    async erase() {
      await persistence.destroy()
      await clearDocument(name)
    },
  }
}

/** Words typed before this page was reloaded with a newer schema. They reach the new journal through the document. */
async function adopt(doc: Y.Doc, name: string): Promise<void> {
  const persistence = new IndexeddbPersistence(name, doc)
  await persistence.whenSynced
  await persistence.destroy()
}

/** Asked by opening one: some browsers have the object and refuse its use, and y-indexeddb would never say so. */
async function hasIndexedDb(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('foreword-probe')
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}
