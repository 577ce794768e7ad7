import type { EditorView } from 'prosemirror-view'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import {
  type Finder,
  replaceMatch,
  replaceMatches,
  type Sought,
  seek,
  selectMatch,
  step,
} from '../editor/find.ts'
import { bringIntoView } from './bring-into-view.ts'

interface Props {
  view: EditorView
  finder: Finder
  mayEdit: boolean
  /** What was selected when it was asked for. */
  words: string
  onClose: () => void
}

/** Finds words in the draft and puts others in their place. The caret of the draft stays where it is. */
export function FindBar({ view, finder, mayEdit, words, onClose }: Props) {
  const [sought, setSought] = useState<Sought>({ words, byCase: false, wholeWords: false })
  const [instead, setInstead] = useState('')
  const [said, setSaid] = useState('')
  const found = useSyncExternalStore(finder.subscribe, finder.current)
  const field = useRef<HTMLInputElement>(null)
  const match = found?.matches[found.at]

  useEffect(() => field.current?.select(), [])
  useEffect(() => seek(view, sought), [view, sought])
  useEffect(() => () => void (view.isDestroyed || seek(view, null)), [view])
  const show = useEffectEvent(() => bringIntoView(view.dom.querySelector('.match.at-hand'), 'center'))
  useEffect(() => {
    if (match?.from !== undefined) show()
  }, [match?.from])

  const close = () => {
    onClose()
    view.focus()
    view.dispatch(view.state.tr.scrollIntoView())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  const change = (part: Partial<Sought>) => {
    setSaid('')
    setSought({ ...sought, ...part })
  }
  const replaceAll = () => {
    const count = replaceMatches(view, instead)
    setSaid(`${count} replaced`)
  }
  const none = found === null || found.matches.length === 0
  const state =
    said || (sought.words === '' ? '' : none ? 'Not found' : `${found.at + 1} of ${found.matches.length}`)

  return (
    <search className="find-bar" aria-label="In the draft" onKeyDown={onKeyDown}>
      <div className="row">
        <input
          ref={field}
          aria-label="Find in the draft"
          placeholder="Find"
          value={sought.words}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: it was called for just now
          autoFocus
          onChange={(event) => change({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (event.ctrlKey || event.metaKey) {
              selectMatch(view)
              close()
            } else step(view, event.shiftKey ? -1 : 1)
          }}
        />
        <span role="status" className="state">
          {state}
        </span>
        <Press name="The one before" isDead={none} onPress={() => step(view, -1)}>
          ↑
        </Press>
        <Press name="The next" isDead={none} onPress={() => step(view, 1)}>
          ↓
        </Press>
        <Press
          name="Tell capitals apart"
          isOn={sought.byCase}
          onPress={() => change({ byCase: !sought.byCase })}
        >
          Aa
        </Press>
        <Press
          name="Whole words"
          isOn={sought.wholeWords}
          onPress={() => change({ wholeWords: !sought.wholeWords })}
        >
          Words
        </Press>
        <Press name="Close" onPress={close}>
          ×
        </Press>
      </div>
      {mayEdit && (
        <div className="row">
          <input
            aria-label="Replace with"
            placeholder="Replace with"
            value={instead}
            autoComplete="off"
            onChange={(event) => setInstead(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              setSaid('')
              replaceMatch(view, instead)
            }}
          />
          <Press
            name="Replace"
            isDead={none}
            onPress={() => {
              setSaid('')
              replaceMatch(view, instead)
            }}
          >
            Replace
          </Press>
          <Press name="Replace all" isDead={none} onPress={replaceAll}>
            All
          </Press>
        </div>
      )}
    </search>
  )
}

interface PressProps {
  name: string
  onPress: () => void
  isDead?: boolean
  isOn?: boolean
  children: string
}

function Press({ name, onPress, isDead = false, isOn, children }: PressProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      aria-disabled={isDead || undefined}
      onClick={isDead ? undefined : onPress}
    >
      {children}
    </button>
  )
}
