import type { Room, RoomMessage, RoomNews } from './room.ts'

/** What is a list in a room. */
export type ListName = 'attendees' | 'phase.questions' | 'people'
export const idIn = (list: ListName, item: object): string =>
  Reflect.get(item, list === 'attendees' ? 'personId' : 'id')

/**
 * Puts together what comes on one stream, from its first message on. What has not changed is the same object as before.
 */
export function followRoom(): (news: RoomNews) => RoomMessage {
  const fields = new Map<string, unknown>()
  const items = new Map<string, object>()

  const list = (name: ListName) => (fields.get(name) as string[]).map((id) => items.get(`${name}:${id}`)) // as `changedParts` wrote it

  return ({ parts, serverTime }) => {
    for (const [name, text] of Object.entries(parts)) {
      const value = text && JSON.parse(text)
      if (text === null) fields.delete(name)
      else if (!name.endsWith(':')) fields.set(name, value)
      // as `changedParts` named it
      else for (const item of value) items.set(name + idIn(name.slice(0, -1) as ListName, item), item)
    }
    const room: Record<string, unknown> = {}
    const phase: Record<string, unknown> = {}
    for (const [name, value] of fields)
      if (name.startsWith('phase.')) phase[name.slice('phase.'.length)] = value
      else if (name !== 'people') room[name] = value
    if ('questions' in phase) phase.questions = list('phase.questions')
    return {
      // of a sender whose type was a room
      room: { ...room, attendees: list('attendees'), phase } as unknown as Room,
      people: list('people') as RoomMessage['people'],
      serverTime,
    }
  }
}
