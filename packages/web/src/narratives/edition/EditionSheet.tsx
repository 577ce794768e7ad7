import '../sheet/sheet.css'
import './edition.css'
import { textBlocks } from '@foreword/document/blocks'
import { faqNumbers } from '@foreword/document/faq-numbers'
import { footnoteNumbers } from '@foreword/document/footnotes'
import type { DocumentJson } from '@foreword/document/json'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { drawn, EditionNotes, type PageDrawing } from './EditionBlock.tsx'
import { chosen, type LineCursor, moved } from './line-cursor.ts'
import { type EditionPassage, passageOf, selectedOn } from './passage.ts'
import type { EditionMark } from './runs.ts'
import { type SetEdition, settingOf } from './setting.ts'

export interface EditionSelection extends EditionPassage {
  by: 'pointer' | 'keyboard'
  /** Where it stands on the sheet, in pixels from its top left corner: for what floats beside it. */
  box: { top: number; left: number; width: number; height: number }
}

export interface EditionSheetHandle {
  scrollToLine(line: number): void
  clearSelection(): void
  focus(): void
}

interface Props {
  edition: SetEdition
  /** Passages shown marked. Those of one block are drawn outermost first. */
  marks?: readonly EditionMark[]
  /** What stands in the right margin at a line: a count, a dot. Give the same function while it says the same. */
  margin?: (line: number) => ReactNode
  /** A passage was selected, by pointer, finger or keyboard; null when it was let go. */
  onSelect?: (selection: EditionSelection | null) => void
  /** A marked passage was pressed. */
  onMark?: (id: string) => void
  /** Only this page. */
  page?: number
  /** Floats over the sheet, placed by a selection's `box`. */
  children?: ReactNode
  label?: string
  ref?: Ref<EditionSheetHandle>
}

const none: readonly EditionMark[] = []

/**
 * An edition as it was printed (N4): the typesetter's lines and numbers, on a wide screen one row each, on a phone
 * flowing, with each number at the row its line begins in. Arrow keys choose lines; Shift takes more of them.
 */
export function EditionSheet({
  edition,
  marks = none,
  margin,
  onSelect,
  onMark,
  page,
  children,
  label,
  ref,
}: Props) {
  const sheet = useRef<HTMLElement>(null)
  const [cursor, setCursor] = useState<LineCursor | null>(null)
  const name = edition.number === null ? 'Draft' : `Edition ${edition.number}`
  const setting = useMemo(() => settingOf(edition), [edition])
  // the contract carries the document as loose JSON; it was checked against the schema when it was frozen
  const document = edition.document as unknown as DocumentJson
  const texts = useMemo(() => new Map(textBlocks(document).map(({ id, text }) => [id, text])), [document])
  const numbers = useMemo(() => faqNumbers(document), [document])
  const notes = useMemo(() => footnoteNumbers(document), [document])
  const drawingOf = (setting: PageDrawing['setting']): PageDrawing => ({
    setting,
    marksOf,
    margin,
    numbers,
    notes,
    edition,
  })
  const pages = useMemo(
    () => (page === undefined ? setting.pages : setting.pages.filter((each) => each.page === page)),
    [setting, page],
  )
  const lines = useMemo(() => pages.flatMap(({ blocks }) => [...blocks.values()].flat()), [pages])

  const marksByBlock = useMemo(() => Map.groupBy(marks, ({ blockId }) => blockId), [marks])
  const cursorMark = useMemo(() => (cursor ? markOf(chosen(lines, cursor)) : null), [cursor, lines])
  const marksOf = useMemo(
    () => (block: string) => {
      const own = marksByBlock.get(block) ?? none
      return cursorMark?.blockId === block ? [...own, cursorMark] : own
    },
    [marksByBlock, cursorMark],
  )

  const report = (
    selected: { blockId: string; from: number; to: number } | null,
    by: EditionSelection['by'],
  ) => {
    if (onSelect === undefined) return
    const text = selected && texts.get(selected.blockId)
    if (selected === null || text === undefined || text === null) return onSelect(null)
    const passage = passageOf({ id: selected.blockId, text }, selected, setting.lines)
    const box = sheet.current && passage ? boxOf(sheet.current, by, passage) : null
    onSelect(passage && box ? { ...passage, by, box } : null)
  }

  useSelection(sheet, (selected) => {
    if (selected !== null) setCursor(null)
    report(selected, 'pointer')
  })

  useImperativeHandle(ref, () => ({
    scrollToLine(line) {
      bringIntoView(sheet.current?.querySelector(`[data-line="${line}"]`), 'center')
    },
    clearSelection() {
      setCursor(null)
      sheet.current?.ownerDocument.getSelection()?.removeAllRanges()
    },
    focus: () => sheet.current?.focus(),
  }))

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && cursor !== null) {
      setCursor(null)
      onSelect?.(null)
      return
    }
    const next = moved(lines, cursor, event)
    if (next === undefined) return
    event.preventDefault()
    setCursor(next)
    const line = lines[next.head]?.line
    sheet.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'nearest' })
    // told at once, not after the drawing: the next key may be what is to be done with the lines
    report(markOf(chosen(lines, next)), 'keyboard')
  }

  return (
    <article
      ref={sheet}
      className="edition"
      // the lines are a place of their own for the keyboard
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
      tabIndex={0}
      aria-label={label ?? `${name}. Arrow keys go from line to line, with Shift they take several.`}
      data-paper={edition.paper}
      onKeyDown={press}
      onClick={(event) => {
        const marked =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null
        if (marked?.dataset.mark) onMark?.(marked.dataset.mark)
      }}
      onCopy={(event) => {
        const selected = sheet.current && selectedOn(sheet.current)
        const text = selected && texts.get(selected.blockId)
        // the words without the ends of lines, as long as they are of one paragraph
        const plain = String(window.getSelection() ?? '')
          .replace(/\s+/g, ' ')
          .trim()
        const own = text?.slice(selected?.from, selected?.to).replace(/\s+/g, ' ').trim()
        if (own === undefined || own !== plain) return
        event.preventDefault()
        event.clipboardData.setData('text/plain', own)
      }}
    >
      {pages.map((each) => (
        <section
          key={each.page}
          className="paper"
          data-page={each.page}
          data-paper={edition.paper}
          aria-label={`Page ${each.page}`}
        >
          <div className="paper-type">
            <div className="paper-body edition-body">
              <div>{drawn(document.content, drawingOf(each))}</div>
              <EditionNotes content={document.content} drawing={drawingOf(each)} />
            </div>
            <p className="edition-foot" aria-hidden="true">
              <span>
                {edition.title} · {name}
              </span>
              <span>
                {each.page} / {setting.pages.at(-1)?.page}
              </span>
            </p>
          </div>
        </section>
      ))}
      <p role="status" className="sr-only">
        {cursorMark &&
          `${linesSaid(chosen(lines, cursor ?? { anchor: 0, head: 0 }))}: ${texts.get(cursorMark.blockId)?.slice(cursorMark.from, cursorMark.to) ?? ''}`}
      </p>
      {children}
    </article>
  )
}

function markOf(lines: readonly SetEdition['lines'][number][]): EditionMark | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return null
  return { id: 'cursor', blockId: first.block, from: first.from, to: last.to, tone: 'cursor' }
}

function linesSaid(lines: readonly { line: number }[]): string {
  const first = lines[0]?.line
  const last = lines.at(-1)?.line
  return first === last ? `Line ${first}` : `Lines ${first} to ${last}`
}

function boxOf(
  sheet: HTMLElement,
  by: EditionSelection['by'],
  { line, lastLine }: EditionPassage,
): EditionSelection['box'] | null {
  const origin = sheet.getBoundingClientRect()
  const selection = sheet.ownerDocument.getSelection()
  if (by === 'pointer' && selection && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0).getBoundingClientRect()
    return {
      top: range.top - origin.top,
      left: range.left - origin.left,
      width: range.width,
      height: range.height,
    }
  }
  const first = sheet.querySelector(`[data-line="${line}"]`)?.getBoundingClientRect()
  const last = sheet.querySelector(`[data-line="${lastLine}"]`)?.getBoundingClientRect()
  if (!first || !last) return null
  return {
    top: first.top - origin.top,
    left: first.left - origin.left,
    width: first.width,
    height: last.bottom - first.top,
  }
}

/** Tells what is selected once the hand is off it: after the pointer is up, or a finger's handles have come to rest. */
function useSelection(
  sheet: { current: HTMLElement | null },
  tell: (selected: { blockId: string; from: number; to: number } | null) => void,
) {
  const latest = useEffectEvent(tell)
  useEffect(() => {
    let held = false
    let had = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const selected = sheet.current && selectedOn(sheet.current)
        if (selected === null && !had) return
        had = selected !== null
        latest(selected)
      }, 120)
    }
    const down = () => {
      held = true
    }
    const up = () => {
      held = false
      settle()
    }
    const change = () => {
      if (!held) settle()
    }
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    document.addEventListener('selectionchange', change)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
      document.removeEventListener('selectionchange', change)
    }
  }, [sheet])
}
