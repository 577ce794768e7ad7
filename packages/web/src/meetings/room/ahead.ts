import { useEffect } from 'react'
import { CallOn } from '../discussion/calling.ts'
import * as parts from '../reading/parts.ts'
import { Manage } from './Manage.tsx'
import { Facilitation } from './offered.ts'
import { phasesToCome } from './phases.tsx'

/**
 * Once the room is drawn, fetches all that it will need until it is closed: nothing waits at the reveal, and a
 * reader whose line is cut while they read finds everything there afterwards.
 */
export function useAhead(isDrawn: boolean) {
  useEffect(() => {
    if (!isDrawn) return
    for (const part of [...Object.values(parts), ...phasesToCome, Facilitation, Manage, CallOn])
      part.prefetch()
  }, [isDrawn])
}
