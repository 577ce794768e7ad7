import { SCHEMA_VERSION } from '@foreword/document/schema'
import { useEffect, useSyncExternalStore } from 'react'
import { type Draft, type DraftState, openDraft } from './draft.ts'

/**
 * The living draft, connected for as long as any component shows it; components that name the same document share one
 * connection. While words are not known to be saved, the browser asks before the page is left.
 */
export function useDraft(documentId: string): Pick<Draft, 'doc' | 'provider'> & DraftState {
  const { draft } = shared(documentId)
  const state = useSyncExternalStore(draft.onChange, draft.state)

  useEffect(() => hold(documentId), [documentId])

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (draft.hasUnsavedWords()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [draft])

  return { doc: draft.doc, provider: draft.provider, ...state }
}

type Shared = { draft: Draft; holders: number; idle: ReturnType<typeof setTimeout> | undefined }

/** Rendering may begin and never be committed, and strict mode mounts twice: a draft nobody holds is closed a little later. */
const CLOSE_IDLE_AFTER_MS = 2_000

const drafts = new Map<string, Shared>()

function shared(documentId: string): Shared {
  const known = drafts.get(documentId)
  if (known) return known
  const draft = openDraft({ documentId, url: collabUrl(), schemaVersion: SCHEMA_VERSION })
  const made: Shared = { draft, holders: 0, idle: undefined }
  drafts.set(documentId, made)
  closeWhenIdle(documentId, made)
  return made
}

function hold(documentId: string): () => void {
  const held = shared(documentId)
  held.holders += 1
  clearTimeout(held.idle)
  return () => {
    held.holders -= 1
    if (held.holders === 0) closeWhenIdle(documentId, held)
  }
}

function closeWhenIdle(documentId: string, idle: Shared): void {
  clearTimeout(idle.idle)
  idle.idle = setTimeout(() => {
    drafts.delete(documentId)
    void idle.draft.close()
  }, CLOSE_IDLE_AFTER_MS)
}

function collabUrl(): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/collab`
}
