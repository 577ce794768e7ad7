import type { InitiativeId, MeetingId } from '@foreword/core/ids'

// an id out of the address: what is none is refused by the server, which says so
export const meetingIdOf = (text: string) => text as MeetingId
export const initiativeIdOf = (text: string) => text as InitiativeId
