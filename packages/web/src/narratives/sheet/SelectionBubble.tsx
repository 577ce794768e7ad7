import { safeLink } from '@foreword/document/links'
import { schema } from '@foreword/document/schema'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import * as formatting from '../editor/formatting.ts'

interface Props {
  view: EditorView
  mayEdit: boolean
  /** Asked for by key: the address of a link is typed at once. */
  linking: boolean
  onLinking: (linking: boolean) => void
  /** What else can be done with the words: a comment. */
  children?: ReactNode
}

const { marks, nodes } = schema

/** Over selected words: how they are set, and what can be said about them. */
export function SelectionBubble({ view, mayEdit, linking, onLinking, children }: Props) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (bubble.current) placeOver(bubble.current, view)
  })
  const run = (command: Command) => () => {
    command(view.state, view.dispatch, view)
    view.focus()
  }
  const on = (yes: boolean) => ({ 'aria-pressed': yes })
  const { state } = view

  return (
    <div ref={bubble} role="toolbar" aria-label="Selected words" className="selection-bubble">
      {linking ? (
        <LinkField view={view} onDone={() => onLinking(false)} />
      ) : (
        <>
          {mayEdit && (
            <>
              <Act
                name="Bold"
                keys="Ctrl+B"
                onPress={run(formatting.toggleStrong)}
                {...on(formatting.isMarked(state, marks.strong))}
              >
                <strong>B</strong>
              </Act>
              <Act
                name="Italic"
                keys="Ctrl+I"
                onPress={run(formatting.toggleEm)}
                {...on(formatting.isMarked(state, marks.em))}
              >
                <em className="font-text">i</em>
              </Act>
              <Act
                name="Code"
                keys="Ctrl+E"
                onPress={run(formatting.toggleCode)}
                {...on(formatting.isMarked(state, marks.code))}
              >
                <span className="font-mono text-tiny">{'<>'}</span>
              </Act>
              <Act
                name="Link"
                keys="Ctrl+Shift+K"
                onPress={() => onLinking(true)}
                {...on(formatting.isMarked(state, marks.link))}
              >
                Link
              </Act>
              <i className="rule" />
              <Act
                name="Heading"
                keys="Ctrl+Alt+2"
                onPress={run(formatting.toggleHeading(2))}
                {...on(formatting.isIn(state, nodes.heading))}
              >
                H
              </Act>
              <Act
                name="List"
                keys="Ctrl+Shift+8"
                onPress={run(formatting.toggleList(nodes.bulletList))}
                {...on(formatting.isIn(state, nodes.bulletList))}
              >
                •
              </Act>
              <Act
                name="Numbered list"
                keys="Ctrl+Shift+7"
                onPress={run(formatting.toggleList(nodes.orderedList))}
                {...on(formatting.isIn(state, nodes.orderedList))}
              >
                {/* drawn, so that no word of the button differs from its name */}
                <span className="before:content-['1.']" />
              </Act>
              <Act
                name="Quote"
                keys="Ctrl+Shift+9"
                onPress={run(formatting.toggleQuote)}
                {...on(formatting.isIn(state, nodes.blockquote))}
              >
                “
              </Act>
            </>
          )}
          {mayEdit && children && <i className="rule" />}
          {children}
        </>
      )}
    </div>
  )
}

interface ActProps {
  name: string
  keys?: string
  onPress: () => void
  children: ReactNode
  'aria-pressed'?: boolean
}

export function Act({ name, keys, onPress, children, ...aria }: ActProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={keys === undefined ? name : `${name} (${keys})`}
      // the selection must outlive the press
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      {...aria}
    >
      {children}
    </button>
  )
}

function LinkField({ view, onDone }: { view: EditorView; onDone: () => void }) {
  const before = formatting.linkRange(view.state)?.href ?? ''
  const [wrong, setWrong] = useState(false)
  const finish = () => {
    onDone()
    view.focus()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('href') ?? '').trim()
    const href = typed === '' ? null : addressOf(typed)
    if (href === undefined) return setWrong(true)
    formatting.setLink(href)(view.state, view.dispatch)
    finish()
  }
  return (
    <form onSubmit={submit} className="flex items-center">
      <input
        name="href"
        aria-label="Address of the link"
        aria-invalid={wrong}
        defaultValue={before}
        placeholder={wrong ? 'An address begins with https://' : 'https://…'}
        // biome-ignore lint/a11y/noAutofocus: it was called for just now
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          finish()
        }}
      />
      <button type="submit">Set</button>
      {before !== '' && (
        <button
          type="button"
          onClick={() => {
            formatting.setLink(null)(view.state, view.dispatch)
            finish()
          }}
        >
          Take off
        </button>
      )}
    </form>
  )
}

/** `example.com/page` is meant as https; undefined for what no reader could follow. */
function addressOf(typed: string): string | undefined {
  if (safeLink(typed) !== null) return typed
  const guessed = typed.includes('@') && !typed.includes('/') ? `mailto:${typed}` : `https://${typed}`
  return /^[^\s:]+\.[^\s:]+$/.test(typed) ? (safeLink(guessed) ?? undefined) : undefined
}

function placeOver(bubble: HTMLElement, view: EditorView) {
  const { from, to } = view.state.selection
  const start = view.coordsAtPos(from)
  const end = view.coordsAtPos(to, -1)
  const sheet = bubble.offsetParent?.getBoundingClientRect()
  if (!sheet) return
  const sameRow = end.bottom - start.top < 2 * (start.bottom - start.top)
  const middle = sameRow ? (start.left + end.right) / 2 : start.left + 80
  const most = sheet.width - bubble.offsetWidth - 8
  bubble.style.left = `${Math.max(8, Math.min(most, middle - sheet.left - bubble.offsetWidth / 2))}px`
  // above the words, or below them where the header is in the way
  const above = start.top - bubble.offsetHeight - 8
  bubble.style.top = `${(above < 64 ? end.bottom + 8 : above) - sheet.top}px`
}
