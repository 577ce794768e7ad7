/*
 * What was just done, said in a line at the foot of the page, with a way back. What can be undone is not done until
 * the line has gone: `later` keeps the act in hand, so that *Undo* costs nothing and a link already given out
 * still works after it.
 */
import { useSyncExternalStore } from 'react'
import { refusalOf } from '../refusal.ts'

export interface Notice {
  id: number
  say: string
  tone: 'plain' | 'problem'
  undo?: () => void
  /** Where to go on from what was done. */
  way?: Way
}

export interface Way {
  label: string
  href: string
}

const STAYS_MS = 7_000
/** A line that leads somewhere is also read: it waits longer. */
const WAY_STAYS_MS = 25_000

interface Held extends Notice {
  commit?: () => void
  timer: ReturnType<typeof setTimeout>
}

let held: readonly Held[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Held[]) {
  held = next
  for (const listener of listeners) listener()
}

/** Ends a notice; an act kept in hand is done now. */
export function dismiss(id: number) {
  const notice = held.find((candidate) => candidate.id === id)
  if (!notice) return
  clearTimeout(notice.timer)
  set(held.filter((candidate) => candidate !== notice))
  notice.commit?.()
}

function add(notice: Omit<Held, 'id' | 'timer'>) {
  const id = nextId++
  // one line is enough to read: what waits is settled
  for (const earlier of held) dismiss(earlier.id)
  const stays = notice.way ? WAY_STAYS_MS : STAYS_MS
  set([...held, { ...notice, id, timer: setTimeout(() => dismiss(id), stays) }])
}

/** Says what was done, and where to go on from it. */
export const notify = (say: string, way?: Way) => add({ say, tone: 'plain', ...(way ? { way } : {}) })

/** Says what could not be done, where no form or page can show it. */
export const notifyProblem = (say: string) => add({ say, tone: 'problem' })

/** The same of an act: as the server refused it, or `otherwise` where no answer came. */
export function notifyRefusal(error: unknown, otherwise: string) {
  const refusal = refusalOf(error)
  notifyProblem(refusal.kind === 'refused' ? refusal.message : otherwise)
}

/** Says what was done and offers the way back, an act of its own (a decision is not undone, a stage is). */
export const notifyUndo = (say: string, undo: () => void) =>
  add({
    say,
    tone: 'plain',
    undo() {
      set([])
      undo()
    },
  })

/**
 * Does something when its notice has gone, or when the page is left. The caller hides at once what will go;
 * `restore` shows it again.
 */
export function later({ say, commit, restore }: { say: string; commit: () => void; restore: () => void }) {
  const id = nextId
  add({
    say,
    tone: 'plain',
    commit,
    undo() {
      const notice = held.find((candidate) => candidate.id === id)
      clearTimeout(notice?.timer)
      set(held.filter((candidate) => candidate.id !== id))
      restore()
    },
  })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => held)

window.addEventListener('pagehide', () => {
  for (const notice of held) dismiss(notice.id)
})
