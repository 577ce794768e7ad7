import { idIn, type ListName } from './follow.ts'
import type { RoomMessage, RoomNews } from './room.ts'

/** A room taken apart: its fields as text, and its lists with what stands in them. */
export interface Parts {
  fields: ReadonlyMap<string, string>
  lists: { [Name in ListName]?: readonly object[] }
}
export const nothingSent: Parts = { fields: new Map(), lists: {} }

const listNames: ListName[] = ['attendees', 'phase.questions', 'people']

type Seen = Pick<RoomMessage, 'room' | 'people'>

export function partsOf({ room, people }: Seen): Parts {
  const { phase, attendees, ...rest } = room
  const { questions, ...ofPhase } = 'questions' in phase ? phase : { ...phase, questions: undefined }
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(rest)) fields.set(name, JSON.stringify(value))
  for (const [name, value] of Object.entries(ofPhase)) fields.set(`phase.${name}`, JSON.stringify(value))
  return { fields, lists: { attendees, people, ...(questions && { 'phase.questions': questions }) } }
}

const texts = new WeakMap<object, string>()
/** The projection gives the very same object to all who see the same, so its text is written once for all. */
function textOf(item: object): string {
  const text = texts.get(item) ?? JSON.stringify(item)
  texts.set(item, text)
  return text
}

/** What has to be sent to somebody who has `before`; null when there is nothing. */
export function changedParts(before: Parts, now: Parts): RoomNews['parts'] | null {
  const changed: RoomNews['parts'] = {}
  for (const [name, text] of now.fields) if (before.fields.get(name) !== text) changed[name] = text
  for (const name of before.fields.keys()) if (!now.fields.has(name)) changed[name] = null
  for (const name of listNames) {
    const [had, has] = [before.lists[name], now.lists[name]]
    if (had === has) continue
    const { order, items } = changedItems(name, had, has ?? [])
    if (order !== null) changed[name] = has ? order : null
    if (items.length > 0) changed[`${name}:`] = `[${items.join()}]`
  }
  return Object.keys(changed).length === 0 ? null : changed
}

/** The ids in order, null when they are as before, and the text of each item that is not. */
function changedItems(name: ListName, before: readonly object[] | undefined, now: readonly object[]) {
  const isInOrder =
    before?.length === now.length &&
    now.every((item, place) => item === before[place] || idIn(name, item) === idIn(name, before[place] ?? {}))
  const had = isInOrder ? null : new Map(before?.map((item) => [idIn(name, item), item]))
  const items = now.flatMap((item, place) => {
    const other = had ? had.get(idIn(name, item)) : before?.[place]
    return item === other || (other && textOf(item) === textOf(other)) ? [] : [textOf(item)]
  })
  return { order: isInOrder ? null : JSON.stringify(now.map((item) => idIn(name, item))), items }
}
