import type { Outputs } from '../../api.ts'

type Edition = Outputs['narratives']['edition']
type Read = Pick<Edition, 'id' | 'number'>

const KEY = 'foreword.read'
const MOST = 200

/** The last edition of a document that was read on this computer: kept here alone, who read what is nobody's to know. */
export function readHere(narrativeId: string): Read | undefined {
  return new Map(all()).get(narrativeId)
}

export function keepReadHere({ id, number, narrativeId }: Edition): void {
  if ((readHere(narrativeId)?.number ?? 0) >= number) return
  const others = all().filter(([other]) => other !== narrativeId)
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, [narrativeId, { id, number }]].slice(-MOST)))
  } catch {
    // storage is forbidden or full: nothing is shown of it next time
  }
}

function all(): [string, Read][] {
  try {
    // written by `keepReadHere` and by nobody else
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, Read][]
  } catch {
    return [] // storage is forbidden
  }
}
