/*
 * Files on their way to pieces of evidence, beside the pages: one that is long goes on when the page is left.
 */
import { LARGEST_EVIDENCE_FILE_BYTES } from '@foreword/core/evidence/file'
import { evidenceRefusals } from '@foreword/core/evidence/refusals'
import { useSyncExternalStore } from 'react'
import type { Idea } from '../../initiatives/idea.ts'
import { isUploadFailure, sendFile } from '../../upload.ts'
import { evidenceChanged } from '../evidence.ts'

export interface OfPiece {
  initiativeId: Idea['id']
  evidenceId: string
}

export interface Upload {
  key: number
  name: string
  state: { name: 'going'; share: number } | { name: 'stopped'; why: string; again: (() => void) | null }
  /** Stops it, or takes its line away. */
  leave: () => void
}

const none: readonly Upload[] = []
const ofPieces = new Map<string, readonly Upload[]>()
const listeners = new Set<() => void>()
let lastKey = 0

function put(piece: string, uploads: readonly Upload[]) {
  if (uploads.length > 0) ofPieces.set(piece, uploads)
  else ofPieces.delete(piece)
  for (const hear of [...listeners]) hear()
}

/** One after another, so that each is refused or kept by what is there before it. */
export async function addFiles(of: OfPiece, files: readonly File[]): Promise<void> {
  const begun = files.map((file) => lineOf(of, file))
  for (const begin of begun) await begin()
}

/** Its line stands at once; sent when its turn comes. */
function lineOf(of: OfPiece, file: File): () => Promise<void> {
  const { initiativeId, evidenceId } = of
  const key = ++lastKey
  const stop = new AbortController()
  const name = file.name || 'picture.png'
  const others = () => (ofPieces.get(evidenceId) ?? none).filter((upload) => upload.key !== key)
  const leave = () => {
    stop.abort()
    put(evidenceId, others())
  }
  const show = (state: Upload['state']) => {
    if (stop.signal.aborted) return
    const line = { key, name, state, leave }
    const all = ofPieces.get(evidenceId) ?? none
    const isThere = all.some((upload) => upload.key === key)
    put(evidenceId, isThere ? all.map((upload) => (upload.key === key ? line : upload)) : [...all, line])
  }
  const tooLarge = evidenceRefusals['file-too-large'].message
  async function send(): Promise<void> {
    if (stop.signal.aborted) return
    if (file.size > LARGEST_EVIDENCE_FILE_BYTES) return show({ name: 'stopped', why: tooLarge, again: null })
    show({ name: 'going', share: 0 })
    const to = `/api/initiatives/${initiativeId}/evidence/${evidenceId}/files`
    const left = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()))
    const sent = sendFile({
      ...{ to, file, name, tooLarge, signal: stop.signal },
      onProgress: (share) => show({ name: 'going', share }),
    })
    try {
      await Promise.race([sent, left])
      await evidenceChanged(initiativeId)
      put(evidenceId, others())
    } catch (failure) {
      if (!isUploadFailure(failure)) throw failure
      const again = () => void send()
      if (failure.kind === 'refused') show({ name: 'stopped', why: failure.message, again: null })
      else show({ name: 'stopped', why: 'It is not sent: nobody answers. Try again.', again })
    }
  }
  show({ name: 'going', share: 0 })
  return send
}

window.addEventListener('beforeunload', (event) => {
  if ([...ofPieces.values()].flat().some(({ state }) => state.name === 'going')) event.preventDefault()
})

export const useUploads = (evidenceId: string) =>
  useSyncExternalStore(
    (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    () => ofPieces.get(evidenceId) ?? none,
  )
