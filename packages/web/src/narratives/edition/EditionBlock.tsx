import { isFigure } from '@foreword/document/figures'
import { idOf, isTextBlock, type NodeJson, textOf } from '@foreword/document/json'
import { lazy, memo, type ReactNode, Suspense } from 'react'
import { LineText } from './LineText.tsx'
import type { EditionMark } from './runs.ts'
import type { PageSetting, SetEdition, SetLine } from './setting.ts'

// most editions have none, and what a reader waits for must stay small
const EditionFigure = lazy(() =>
  import('./EditionFigure.tsx').then((loaded) => ({ default: loaded.EditionFigure })),
)

export interface PageDrawing {
  setting: PageSetting
  /** Of the FAQ entries, by block id. */
  numbers: ReadonlyMap<string, number>
  marksOf: (block: string) => readonly EditionMark[]
  /** What stands in the right margin at a line. */
  margin?: ((line: number) => ReactNode) | undefined
  /** The number of each footnote, by block. */
  notes: ReadonlyMap<string, number>
  /** Whose pictures these are, and on which paper. */
  edition: Pick<SetEdition, 'narrativeId' | 'paper'>
}

/** Children that have lines on this page, each drawn; the others are on another. */
export function drawn(children: readonly NodeJson[] | undefined, drawing: PageDrawing): ReactNode {
  return (children ?? []).map((child, index) => {
    const key = idOf(child) || index
    if (!isOnPage(child, drawing.setting)) return null
    return <EditionBlock key={key} node={child} drawing={drawing} />
  })
}

function EditionBlock({ node, drawing }: { node: NodeJson; drawing: PageDrawing }): ReactNode {
  if (isTextBlock(node)) return <TextBlock node={node} drawing={drawing} />
  const figure = drawing.setting.figures.get(idOf(node))
  if (isFigure(node))
    return (
      figure && (
        <Suspense>
          <EditionFigure node={node} shows={figure.shows} edition={drawing.edition} />
        </Suspense>
      )
    )
  switch (node.type) {
    case 'part':
      return <section data-part={String(node.attrs?.part ?? 'other')}>{drawn(node.content, drawing)}</section>
    case 'faqEntry': {
      const number = beginsOnPage(node, drawing.setting) ? drawing.numbers.get(idOf(node)) : undefined
      return (
        <div data-faq-entry="" data-number={number}>
          {drawn(node.content, drawing)}
        </div>
      )
    }
    case 'bulletList':
      return <ul>{items(node, drawing)}</ul>
    case 'orderedList':
      return <ol>{items(node, drawing)}</ol>
    case 'blockquote':
      return <blockquote>{drawn(node.content, drawing)}</blockquote>
    case 'table':
      return (
        <div className="edition-table">
          <table>
            <tbody>
              {(node.content ?? [])
                .filter((row) => isOnPage(row, drawing.setting))
                .map((row, index) => (
                  <tr key={idOf(row) || index}>{cells(row, drawing)}</tr>
                ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return drawn(node.content, drawing)
  }
}

function items(list: NodeJson, drawing: PageDrawing): ReactNode {
  const start = Number(list.attrs?.start ?? 1) || 1
  return (list.content ?? []).map((item, index) => {
    if (!isOnPage(item, drawing.setting)) return null
    return (
      <li
        key={idOf(item) || index}
        {...(list.type === 'orderedList' ? { value: start + index } : {})}
        className={beginsOnPage(item, drawing.setting) ? undefined : 'goes-on'}
      >
        {drawn(item.content, drawing)}
      </li>
    )
  })
}

function cells(row: NodeJson, drawing: PageDrawing): ReactNode {
  return (row.content ?? []).map((cell, index) => {
    const Cell = cell.type === 'tableHeader' ? 'th' : 'td'
    return (
      <Cell
        key={idOf(cell) || index}
        data-align={cell.attrs?.align ?? undefined}
        colSpan={Number(cell.attrs?.colspan) || 1}
        rowSpan={Number(cell.attrs?.rowspan) || 1}
      >
        {drawn(cell.content, drawing)}
      </Cell>
    )
  })
}

/** The footnotes of a page, at its foot. One that has no words yet has no line, and is not there. */
export function EditionNotes({ content, drawing }: { content: readonly NodeJson[]; drawing: PageDrawing }) {
  const here = notesIn(content).filter((note) => drawing.setting.blocks.has(idOf(note)))
  if (here.length === 0) return null
  return (
    <aside className="edition-notes" aria-label="Footnotes">
      {here.map((note) => (
        <div key={idOf(note)} id={`note-${drawing.notes.get(idOf(note))}`} className="edition-note">
          <TextBlock node={note} drawing={drawing} />
        </div>
      ))}
    </aside>
  )
}

function notesIn(nodes: readonly NodeJson[]): NodeJson[] {
  return nodes.flatMap((node) => (node.type === 'footnote' ? [node] : notesIn(node.content ?? [])))
}

const tags = { paragraph: 'p', faqQuestion: 'p', codeBlock: 'pre', footnote: 'p' } as const

function TextBlock({ node, drawing }: { node: NodeJson; drawing: PageDrawing }): ReactNode {
  const id = idOf(node)
  const level = Math.min(Math.max(Number(node.attrs?.level) || 4, 1), 4)
  // one of h1 to h4, by the line above
  const Tag = node.type === 'heading' ? (`h${level}` as 'h1') : tags[node.type as keyof typeof tags]
  return (
    <Tag
      data-block={id}
      {...(node.type === 'faqQuestion' ? { 'data-faq-question': '' } : {})}
      {...(node.type === 'footnote' && beginsOnPage(node, drawing.setting)
        ? { 'data-note': drawing.notes.get(id) }
        : {})}
    >
      {(drawing.setting.blocks.get(id) ?? []).map((line) => (
        <Line
          key={line.from}
          node={node}
          line={line}
          isNumbered={drawing.setting.numbered.has(line)}
          marks={drawing.marksOf(id)}
          notes={drawing.notes}
          beside={drawing.setting.numbered.has(line) ? drawing.margin?.(line.line) : undefined}
        />
      ))}
    </Tag>
  )
}

interface LineProps {
  node: NodeJson
  line: SetLine
  isNumbered: boolean
  marks: readonly EditionMark[]
  notes: ReadonlyMap<string, number>
  beside: ReactNode
}

/** One typeset line. On a wide sheet it is a row; on a phone it flows on, with its number at the row it begins in. */
const Line = memo(function Line({ node, line, isNumbered, marks, notes, beside }: LineProps) {
  return (
    <span
      className="edition-line"
      data-line={line.line}
      data-from={line.from}
      id={isNumbered ? `line-${line.line}` : undefined}
    >
      {isNumbered && <i className="edition-number" data-n={line.line} aria-hidden="true" />}
      {beside !== undefined && beside !== null && beside !== false && (
        <span className="edition-beside">{beside}</span>
      )}
      <LineText block={node} line={line} marks={marks} notes={notes} />
    </span>
  )
})

function isOnPage(node: NodeJson, setting: PageSetting): boolean {
  if (isTextBlock(node)) return setting.blocks.has(idOf(node))
  if (isFigure(node)) return setting.figures.has(idOf(node))
  return (node.content ?? []).some((child) => isOnPage(child, setting))
}

/** Whether the first words of a node are on this page, not on the one before. */
function beginsOnPage(node: NodeJson, setting: PageSetting): boolean {
  const first = firstWritten(node)
  return first === undefined || setting.blocks.get(idOf(first))?.[0]?.from === 0
}

function firstWritten(node: NodeJson): NodeJson | undefined {
  if (isTextBlock(node)) return textOf(node).trim() === '' ? undefined : node
  for (const child of node.content ?? []) {
    const found = firstWritten(child)
    if (found) return found
  }
  return undefined
}
