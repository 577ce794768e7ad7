import { useEffect, useState } from 'react'

const ARRIVES_MS = 3_000

/** Meetings of which this browser has shown the sealed part: to it their questions arrive; to a reload they are there. */
const sealed = new Set<string>()

/** While this stands, the questions are still to come. */
export function useSealed(meetingId: string) {
  useEffect(() => void sealed.add(meetingId), [meetingId])
}

/** True for the moments in which the questions arrive, once. */
export function useArrival(meetingId: string): boolean {
  const [arriving, setArriving] = useState(() => sealed.has(meetingId))
  useEffect(() => {
    sealed.delete(meetingId)
    const timer = setTimeout(() => setArriving(false), ARRIVES_MS)
    return () => clearTimeout(timer)
  }, [meetingId])
  return arriving
}
