import { createContext, useContext } from 'react'

const DemonstrationContext = createContext(false)
export const DemonstrationProvider = DemonstrationContext.Provider

/** True in a room that is stored nowhere: no address leads to what it shows, and nobody is in it but its attendees. */
export const useIsDemonstration = () => useContext(DemonstrationContext)
