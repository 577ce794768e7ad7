import { useEffect, useState } from 'react'
import type { Outputs } from '../../api.ts'
import { keepReadHere, readHere } from './read-here.ts'
import { useMetBefore } from './useMetBefore.ts'

/** Shorter than this it was looked at, not read. */
const READ_AFTER_MS = 10_000

/**
 * F5: the later of the two earlier editions that the last meeting read and that was read on this computer; undefined
 * while it is unknown, and where there was neither.
 */
export function useReadBefore(edition: Outputs['narratives']['edition']) {
  const met = useMetBefore(edition)
  // as it was when the page was opened: reading this one changes it for the next time
  const [here] = useState(() => readHere(edition.narrativeId))
  useEffect(() => {
    const timer = setTimeout(() => keepReadHere(edition), READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [edition])
  if (here && here.number < edition.number && here.number > (met?.number ?? 0))
    return { ...here, by: 'you' as const }
  return met && { id: met.id, number: met.number, by: 'the-meeting' as const }
}
