/** `2028-01-07` → `7 January 2028`: a day has no time zone, so none may move it. */
export function spokenDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** The calendar day it is at a moment in a time zone: in Auckland it is `2027-03-02` while it is the first in Lisbon. */
export function dayIn(timeZone: string, at: Date): string {
  // Sweden writes a day as ISO does
  return at.toLocaleDateString('sv-SE', { timeZone })
}
