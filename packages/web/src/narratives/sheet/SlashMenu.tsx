import type { EditorView } from 'prosemirror-view'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { choose, SLASH_MENU, type Slash, slashOption } from '../editor/slash.ts'
import type { FigureHost } from '../figures/host.ts'

interface Props {
  view: EditorView
  slash: Slash
  figures: FigureHost
}

/** What a slash proposes, beneath it. The caret stays in the draft, whose keys choose. */
export function SlashMenu({ view, slash, figures }: Props) {
  const proposed = useSyncExternalStore(slash.subscribe, slash.current)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (menu.current === null || proposed === null) return
    placeUnder(menu.current, view, proposed.from)
    menu.current.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [view, proposed])
  if (proposed === null) return null
  return (
    <div ref={menu} id={SLASH_MENU} role="listbox" aria-label="Put in" tabIndex={-1} className="slash-menu">
      {proposed.entries.map((entry, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the draft's, where the focus stays
        <div
          key={entry.id}
          id={slashOption(entry)}
          role="option"
          aria-selected={at === proposed.chosen}
          tabIndex={-1}
          // the caret must outlive the press
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(view, entry, figures)}
        >
          {entry.title}
        </div>
      ))}
    </div>
  )
}

function placeUnder(menu: HTMLElement, view: EditorView, at: number) {
  const slash = view.coordsAtPos(at)
  const sheet = menu.offsetParent?.getBoundingClientRect()
  if (!sheet) return
  const most = sheet.width - menu.offsetWidth - 8
  menu.style.left = `${Math.max(8, Math.min(most, slash.left - sheet.left))}px`
  // above it where the window ends; the line at the foot stands in the window too
  const isLow = slash.bottom + menu.offsetHeight + 56 > window.innerHeight
  const top =
    isLow && slash.top > menu.offsetHeight + 64 ? slash.top - menu.offsetHeight - 6 : slash.bottom + 6
  menu.style.top = `${top - sheet.top}px`
}
