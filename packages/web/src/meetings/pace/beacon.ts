import type { MeetingId } from '@foreword/core/ids'
import { client } from '../../api.ts'

const LOOK_MS = 1_000
const TELL_MS = 15_000

/**
 * R6: notes which page is held, and tells the server now and then, until what it gives back is called. A hidden tab
 * reads nothing and says nothing; what could not be told goes along with the next.
 */
export function followPace(meetingId: MeetingId): () => void {
  const held = new Map<number, number>()
  let looked = performance.now()
  let telling = false

  function look() {
    const now = performance.now()
    // a timer that was held up has not seen what was held meanwhile
    const passed = Math.min(now - looked, 2 * LOOK_MS)
    looked = now
    const page = document.visibilityState === 'visible' ? pageHeld() : null
    if (page !== null) held.set(page, (held.get(page) ?? 0) + passed)
  }

  async function tell() {
    const told = [...held].flatMap(([page, ms]) => {
      const seconds = Math.min(3_600, Math.floor(ms / 1_000))
      return seconds > 0 ? [{ page, seconds }] : []
    })
    if (telling || told.length === 0) return
    telling = true
    try {
      await client.meetings.notePace({ meetingId, held: told })
      for (const { page, seconds } of told) held.set(page, (held.get(page) ?? 0) - seconds * 1_000)
    } catch {
      // pace is worth no complaint to somebody who reads
    } finally {
      telling = false
    }
  }

  const leave = () => {
    if (document.visibilityState === 'hidden') void tell()
  }
  const looking = setInterval(look, LOOK_MS)
  const speaking = setInterval(() => document.visibilityState === 'visible' && void tell(), TELL_MS)
  document.addEventListener('visibilitychange', leave)
  return () => {
    clearInterval(looking)
    clearInterval(speaking)
    document.removeEventListener('visibilitychange', leave)
    void tell()
  }
}

/** The page at the middle of the screen, or the last one above it. */
function pageHeld(): number | null {
  let held: number | null = null
  for (const page of document.querySelectorAll<HTMLElement>('[data-page]')) {
    if (page.getBoundingClientRect().top > window.innerHeight / 2) break
    held = Number(page.dataset.page)
  }
  return held
}
