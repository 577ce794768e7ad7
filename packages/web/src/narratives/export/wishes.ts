import type { Inputs } from '../../api.ts'

export type Wishes = Pick<Inputs['transfer']['exportDraft'], 'format'> & {
  comments: boolean
  decision: boolean
}

const KEY = 'foreword.export'
const first: Wishes = { format: 'pdf', comments: false, decision: false }

/** What was chosen last, on this computer. */
export function lastWishes(): Wishes {
  try {
    // written by `keepWishes` and by nobody else; what is missing is as at first
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Wishes>) }
  } catch {
    return first // storage is forbidden, or holds what an older version wrote
  }
}

export function keepWishes(wishes: Wishes) {
  try {
    localStorage.setItem(KEY, JSON.stringify(wishes))
  } catch {
    // storage is forbidden or full: it is asked again next time
  }
}
