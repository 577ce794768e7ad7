/*
 * Who else writes in which field of the five answers. It comes over the live line, is kept nowhere, and is forgotten
 * here when it is not said again.
 */
import type { Writing } from '@foreword/core/initiatives/contract'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { client, live } from '../api.ts'
import { useLive } from '../useLive.ts'
import type { Idea } from './idea.ts'

const SAY_AGAIN_MS = 2_000
/** A little longer than they wait to say it again: two that come late are still one sentence. */
const FORGET_MS = 4_500

type Say = (question: FiveQuestion | null, field: string | null) => void
const Together = createContext<{ writers: readonly Writing[]; say: Say }>({ writers: [], say() {} })

export function WritingTogether({ idea, children }: { idea: Idea; children: ReactNode }) {
  const initiativeId = idea.id
  const [writers, setWriters] = useState<readonly Writing[]>([])
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const said = useRef({ place: '', at: 0 })
  useLive(
    `writing ${initiativeId}`,
    (options) => live.initiatives.watchWriting({ initiativeId }, options),
    (one) => {
      const others = (all: readonly Writing[]) => all.filter(({ person }) => person.id !== one.person.id)
      clearTimeout(timers.current.get(one.person.id))
      if (one.field === null) return setWriters(others)
      setWriters((all) => [...others(all), one])
      timers.current.set(
        one.person.id,
        setTimeout(() => setWriters(others), FORGET_MS),
      )
    },
  )
  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
    }
  }, [])
  const say: Say = (question, field) => {
    const place = field === null ? '' : `${question} ${field}`
    const now = performance.now()
    if (place === said.current.place && (place === '' || now - said.current.at < SAY_AGAIN_MS)) return
    said.current = { place, at: now }
    // whoever does not hear it misses nothing that stays
    client.initiatives.sayWriting({ initiativeId, question, field }).catch(() => {})
  }
  return <Together value={{ writers, say }}>{children}</Together>
}

/** What a field of an answer knows of the others, and tells them. */
export interface Beside {
  /** “Ada is writing”; empty when nobody else is. */
  words: string
  typing: () => void
  left: () => void
}

export function useBeside(question: FiveQuestion): (field: string) => Beside {
  const { writers, say } = useContext(Together)
  return (field) => ({
    words: whoWrites(
      writers.flatMap((one) => (one.question === question && one.field === field ? one.person.name : [])),
    ),
    typing: () => say(question, field),
    left: () => say(null, null),
  })
}

function whoWrites(names: readonly string[]): string {
  const [one, other, ...more] = names
  if (one === undefined) return ''
  if (other === undefined) return `${one} is writing`
  return more.length === 0 ? `${one} and ${other} are writing` : `${names.length} people are writing`
}
