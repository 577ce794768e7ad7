import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useCommands } from '../shell/commands.ts'
import { neighbour } from './sorted.ts'

export interface Stop {
  id: string
  /** Where it stands, in an order of its page's own. */
  at: number
  /** What is said aloud on arriving at it. */
  says: string
}

interface Props {
  group: string
  /** In the order of the text; those that lost their place come last. */
  stops: readonly Stop[]
  atHand: string | null
  /** Where the caret is, in the order of the stops. */
  here: () => number
  /** Brings it into sight and puts the caret there. */
  onGo: (id: string) => void
  /** Puts the focus back into the text. */
  toText: () => void
}

export const threadOf = (id: string) =>
  document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(id)}"]`)

/**
 * From comment to comment without a pointer, also while one writes: Alt with PageDown and PageUp goes to the next and the
 * one before; then Enter goes into its thread, and Escape back to the text. Gives back what is to be said aloud.
 */
export function useCommentKeys({ group, stops, atHand, here, onGo, toText }: Props): string {
  const arrived = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const step = (by: 1 | -1) => {
    const to = neighbour(stops, { atHand, at: here() }, by)
    const stop = stops.find(({ id }) => id === to)
    if (!stop) return setSaid('There are no comments here.')
    onGo(stop.id)
    arrived.current = stop.id
    setSaid(`Comment ${stops.indexOf(stop) + 1} of ${stops.length}. ${stop.says} Enter goes into it.`)
  }
  useCommands([
    {
      id: 'comments.next',
      title: 'Go to the next comment',
      group,
      shows: 'Alt PageDown',
      run: () => step(1),
    },
    {
      id: 'comments.previous',
      title: 'Go to the comment before',
      group,
      shows: 'Alt PageUp',
      run: () => step(-1),
    },
  ])

  const press = useEffectEvent((event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key] as 1 | -1 | undefined // the two numbers of the line itself
    const isAlone = !event.ctrlKey && !event.metaKey && !event.shiftKey
    const hasDialog = document.querySelector('[role="dialog"], dialog[open]') !== null
    const target = event.target instanceof Element ? event.target : null
    const thread = target?.closest<HTMLElement>('[data-thread]')
    if (by && event.altKey && isAlone && !hasDialog) step(by)
    else if (event.key === 'Enter' && isAlone && !event.altKey && arrived.current !== null) {
      const found = target?.closest('.draft, .edition') ? threadOf(arrived.current) : null
      arrived.current = null
      if (!found) return
      found.focus({ preventScroll: true })
    } else if (event.key === 'Escape' && thread && target === thread && !hasDialog) toText()
    else {
      if (event.key !== 'Alt') arrived.current = null
      return
    }
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    const leave = () => {
      arrived.current = null
    }
    // before the draft's own keys: there Enter would part a paragraph
    window.addEventListener('keydown', listen, { capture: true })
    window.addEventListener('pointerdown', leave)
    return () => {
      window.removeEventListener('keydown', listen, { capture: true })
      window.removeEventListener('pointerdown', leave)
    }
  }, [])
  return said
}
