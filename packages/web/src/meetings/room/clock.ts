/*
 * The server's time, as this browser can know it (R3): asked a few times over, the answer that came back fastest
 * says how far our clock is off, and by at most half that round trip. Asked again when our own clock jumps, when the
 * tab comes back, and every minute.
 */
import { useEffect, useState } from 'react'
import { client } from '../../api.ts'
import { offsetFrom, type Sample } from './offset.ts'

const SAMPLES = 5
const AGAIN_MS = 60_000
const JUMP_MS = 100
/** More than a message is on its way. */
const FAR_MS = 2_000

let offset = 0
let asking = false
const listeners = new Set<() => void>()

let otherClock: (() => number) | undefined

/** The server's time now; before the first answer, our own. */
export const serverNow = () => otherClock?.() ?? Date.now() + offset

/** A room that runs by a clock of its own, in place of the server's, until `leave`. */
export function standInClock(now: () => number) {
  const tell = () => {
    for (const listener of listeners) listener()
  }
  otherClock = now
  tell()
  return {
    /** The clock was moved or changed its pace. */
    changed: tell,
    leave() {
      otherClock = undefined
      tell()
    },
  }
}

/** By how much our clock is ahead of what has passed: another value means that it jumped. */
const drift = () => Date.now() - performance.now()
const hasJumped = (from: number) => Math.abs(drift() - from) > JUMP_MS

async function ask() {
  let samples: Sample[] = []
  for (let from = drift(); samples.length < SAMPLES; ) {
    const sentAt = Date.now()
    const before = performance.now()
    const { serverTime } = await client.meetings.clock()
    // what was measured by a clock that has jumped since says nothing any more
    if (hasJumped(from)) {
      from = drift()
      samples = []
      continue
    }
    samples.push({
      sentAt,
      receivedAt: sentAt + performance.now() - before,
      serverTime: Date.parse(serverTime),
    })
    // the first answer is better than our own clock, which may be ten minutes wrong
    offset = offsetFrom(samples)
    for (const listener of listeners) listener()
  }
}

/** What the room's own message said the time was, on its arrival: another time than ours calls for asking anew. */
export function hearServerTime(serverTime: string) {
  if (Math.abs(Date.parse(serverTime) - serverNow()) > FAR_MS) void askOnce()
}

async function askOnce() {
  if (asking) return
  asking = true
  try {
    await ask()
  } catch {
    // without an answer the last offset stands, and it is asked again
  } finally {
    asking = false
  }
}

/** Keeps the offset right for as long as a room is shown. */
export function useServerClock() {
  useEffect(() => {
    let from = drift()
    const watch = () => {
      if (hasJumped(from)) void askOnce()
      from = drift()
    }
    const back = () => document.visibilityState === 'visible' && void askOnce()
    void askOnce()
    const jumps = setInterval(watch, 1_000)
    const again = setInterval(() => void askOnce(), AGAIN_MS)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(jumps)
      clearInterval(again)
      document.removeEventListener('visibilitychange', back)
    }
  }, [])
}

/** The server's time, anew every `everyMs`, on its whole multiples: all screens of a room count together. */
export function useServerNow(everyMs = 1_000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNow(serverNow())
      timer = setTimeout(tick, everyMs - (serverNow() % everyMs))
    }
    tick()
    listeners.add(tick)
    return () => {
      clearTimeout(timer)
      listeners.delete(tick)
    }
  }, [everyMs])
  return now
}
