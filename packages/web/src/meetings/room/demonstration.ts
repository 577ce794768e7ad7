import { createContext, useContext } from 'react'

/** A room that is stored nowhere: shown with simulated people, or read alone by an author. */
const InMemory = createContext<'demonstration' | 'rehearsal' | null>(null)
export const InMemoryProvider = InMemory.Provider

/** True in a room that is stored nowhere: no address leads to what it shows, and nobody is in it but its attendees. */
export const useIsDemonstration = () => useContext(InMemory) === 'demonstration'

/** R20: the edition is real and one's notes on it are kept; there is nobody to ask, and nothing opens. */
export const useIsRehearsal = () => useContext(InMemory) === 'rehearsal'
