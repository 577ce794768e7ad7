/*
 * What is being typed, kept on this computer until the server has it: under the meeting and the person, so that
 * somebody else who signs in here finds nothing of it.
 */
import { useState } from 'react'
import { useRoomNow } from './context.ts'

export function readKept<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(key)
    // written by `keep` below and by nobody else
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined // storage is forbidden, or holds what an older version wrote
  }
}

/** Undefined forgets it. */
export function keep(key: string, value: unknown) {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // storage is forbidden or full: what is typed lives as long as the page
  }
}

export function useKeptKey(name: string): string {
  const { room, me } = useRoomNow()
  return `foreword.room.${room.meetingId}.${me}.${name}`
}

/** State that a reload does not lose. `forget` when the server has it. */
export function useKept<Value>(name: string, initial: Value) {
  const key = useKeptKey(name)
  const [value, setValue] = useState<Value>(() => readKept<Value>(key) ?? initial)
  const set = (next: Value) => {
    setValue(next)
    keep(key, next)
  }
  const forget = () => {
    setValue(initial)
    keep(key, undefined)
  }
  return [value, set, forget] as const
}
