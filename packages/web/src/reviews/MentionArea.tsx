import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { api } from '../api.ts'
import { ideaQuery } from '../initiatives/idea.ts'
import { bringIntoView } from '../narratives/sheet/bring-into-view.ts'
import { useMe } from '../people/me.ts'
import { TextArea } from '../ui/Field.tsx'
import { type Mentionable, mentionables, proposed, reworded, stored, typedAt } from './mentions.ts'

interface Props {
  initiativeId: string
  label: string
  hideLabel?: boolean
  placeholder?: string
  /** What is reworded, as it is stored. */
  initial?: { text: string; mentioned: readonly { id: string; name: string }[] }
}

/** Words to others, in which @ proposes who may read them. The form is given them under `text`, people by their ids. */
export function MentionArea({ initiativeId, label, hideLabel = false, placeholder, initial }: Props) {
  const id = useId()
  const [begun] = useState(() => reworded(initial?.text ?? '', initial?.mentioned ?? []))
  const [text, setText] = useState(begun.text)
  const [chosen, setChosen] = useState<Pick<Mentionable, 'id' | 'label'>[]>(begun.chosen)
  const [typing, setTyping] = useState<{ from: number; typed: string } | null>(null)
  const [at, setAt] = useState(0)
  const isGuest = useMe().person.role === 'guest'
  const everybody = useMentionables(initiativeId, typing !== null && !isGuest)
  const found = typing === null ? [] : proposed(everybody, typing.typed)
  const isOpen = found.length > 0
  const current = found[Math.min(at, found.length - 1)]

  const follow = (area: HTMLTextAreaElement) => {
    const now = area.selectionStart === area.selectionEnd ? typedAt(area.value, area.selectionStart) : null
    if (now?.from !== typing?.from || now?.typed !== typing?.typed) setAt(0)
    setTyping(now)
  }
  const take = (one: Mentionable, area: HTMLTextAreaElement) => {
    if (typing === null || !one.mayRead) return
    const before = `${text.slice(0, typing.from)}@${one.label} `
    setText(before + text.slice(typing.from + 1 + typing.typed.length).replace(/^ /, ''))
    setChosen((known) => [...known.filter((each) => each.id !== one.id), one])
    setTyping(null)
    // the caret goes after the name once the text is drawn
    requestAnimationFrame(() => area.setSelectionRange(before.length, before.length))
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!isOpen || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const takes = (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey
    if (step !== undefined)
      setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % found.length)
    else if (takes && current?.mayRead) take(current, event.currentTarget)
    else if (event.key === 'Escape') setTyping(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative">
      <input type="hidden" name="text" value={stored(text, chosen)} />
      <TextArea
        label={label}
        hideLabel={hideLabel}
        placeholder={placeholder}
        autoFocus
        maxLength={8000}
        value={text}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? `${id}-people` : undefined}
        aria-activedescendant={isOpen && current ? `${id}-${current.id}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          follow(event.currentTarget)
        }}
        onSelect={(event) => follow(event.currentTarget)}
        onBlur={() => setTyping(null)}
        onKeyDown={press}
      />
      {isOpen && (
        <div
          ref={intoView}
          role="listbox"
          id={`${id}-people`}
          aria-label="People who may read this"
          className="absolute inset-x-0 top-full z-20 mt-1 scroll-mb-14 max-h-60 overflow-y-auto rounded bg-sheet p-1 shadow-float"
        >
          {found.map((one) => (
            // the keyboard stays in the text and moves through the list from there
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === current}
              aria-disabled={!one.mayRead || undefined}
              // the text keeps the focus
              onMouseDown={(event) => {
                event.preventDefault()
                const area = event.currentTarget.closest('.relative')?.querySelector('textarea')
                if (area) take(one, area)
              }}
              className={`rounded-small px-2.5 py-1.5 pointer-coarse:py-2.5 ${one.mayRead ? 'cursor-pointer' : 'text-ink-3'} ${one === current ? 'bg-accent-wash' : ''}`}
            >
              {one.label}
              {!one.mayRead && <span className="block text-tiny">May not read this. Share it first.</span>}
            </div>
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {isOpen &&
          current &&
          `${current.label}${current.mayRead ? '' : ', may not read this'}, ${found.indexOf(current) + 1} of ${found.length}. Arrow keys choose, Enter takes.`}
      </p>
    </div>
  )
}

const intoView = (list: Element | null) => bringIntoView(list, 'nearest')

/** Asked for when the first @ is typed. */
function useMentionables(initiativeId: string, wanted: boolean): Mentionable[] {
  const people = useQuery({ ...api.people.list.queryOptions(), enabled: wanted })
  const idea = useQuery({ ...ideaQuery(initiativeId), enabled: wanted })
  return people.data && idea.data ? mentionables(people.data, idea.data) : []
}
