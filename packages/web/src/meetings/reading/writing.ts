import { useKept } from '../room/kept.ts'
import type { OwnKind, Place, Said } from './outbox.ts'

/** What is being written; closed with words in it, it waits to be gone on with. */
interface Writing {
  said: Said
  open: boolean
}

/** The one composer of the room. Its words outlive a reload, a cancel, and the step from reading to discussion. */
export function useWriting() {
  const [writing, set, forget] = useKept<Writing | null>('writing', null)
  const hasWords = (writing?.said.text.trim() ?? '') !== ''
  return {
    /** What stands in the composer, when it is open. */
    said: writing?.open ? writing.said : null,
    /** Words that were left unfinished. */
    parked: writing && !writing.open && hasWords ? writing.said : null,
    begin(kind: OwnKind, on: Place) {
      // unfinished words go along to the new place rather than being lost
      const text = writing?.said.text ?? ''
      set({ open: true, said: { kind, on, text, matter: 'substance' } })
    },
    change: (said: Said) => set({ open: true, said }),
    cancel: () => (writing && hasWords ? set({ ...writing, open: false }) : forget()),
    goOn: () => writing && set({ ...writing, open: true }),
    done: forget,
  }
}
