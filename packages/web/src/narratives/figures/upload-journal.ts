/*
 * Pictures that are not on the server yet, kept in this browser until they are: a closed page loses none. Where there
 * is no IndexedDB nothing is kept, and leaving is warned of instead.
 */

/** It stands by a block and not at a position: what others write meanwhile moves both. */
export interface KeptUpload {
  /** Also the id of the figure that it becomes. */
  id: string
  file: File
  beside: string | null
  isAbove: boolean
}

export interface UploadJournal {
  /** Resolves to whether a closed page would keep it. */
  keep(upload: KeptUpload): Promise<boolean>
  forget(id: string): Promise<void>
  /** What an earlier page did not send. */
  left(): Promise<KeptUpload[]>
}

const nameOf = (narrativeId: string) => `foreword-draft-uploads-${narrativeId}`
const STORE = 'uploads'

export function openUploadJournal(narrativeId: string): UploadJournal {
  let opened: Promise<IDBDatabase | null> | undefined
  const database = () => {
    opened ??= open(nameOf(narrativeId))
    return opened
  }
  const within = async <Value>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value | undefined> => {
    const found = await database()
    if (found === null) return undefined
    return new Promise((resolve) => {
      const transaction = found.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      // a full disk: it is as if there were none
      transaction.onabort = () => resolve(undefined)
    })
  }
  return {
    keep: async (upload) => (await within('readwrite', (store) => store.put(upload))) !== undefined,
    forget: async (id) => void (await within('readwrite', (store) => store.delete(id))),
    left: async () => (await within<KeptUpload[]>('readonly', (store) => store.getAll())) ?? [],
  }
}

function open(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
      request.onsuccess = () => {
        // who clears the site's data in another tab must not wait for this one
        request.result.onversionchange = () => request.result.close()
        resolve(request.result)
      }
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}
