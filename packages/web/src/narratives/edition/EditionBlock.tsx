import { idOf, isTextBlock, type NodeJson, textOf } from '@foreword/document/json'
import { memo, type ReactNode } from 'react'
import { LineText } from './LineText.tsx'
import type { EditionMark } from './runs.ts'
import type { PageSetting, SetLine } from './setting.ts'

export interface PageDrawing {
  setting: PageSetting
  /** Of the FAQ entries, by block id. */
  numbers: ReadonlyMap<string, number>
  marksOf: (block: string) => readonly EditionMark[]
  /** What stands in the right margin at a line. */
  margin?: ((line: number) => ReactNode) | undefined
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

const tags = { paragraph: 'p', faqQuestion: 'p', codeBlock: 'pre' } as const

function TextBlock({ node, drawing }: { node: NodeJson; drawing: PageDrawing }): ReactNode {
  const id = idOf(node)
  const level = Math.min(Math.max(Number(node.attrs?.level) || 4, 1), 4)
  // one of h1 to h4, by the line above
  const Tag = node.type === 'heading' ? (`h${level}` as 'h1') : tags[node.type as keyof typeof tags]
  return (
    <Tag data-block={id} {...(node.type === 'faqQuestion' ? { 'data-faq-question': '' } : {})}>
      {(drawing.setting.blocks.get(id) ?? []).map((line) => (
        <Line
          key={line.from}
          node={node}
          line={line}
          isNumbered={drawing.setting.numbered.has(line)}
          marks={drawing.marksOf(id)}
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
  beside: ReactNode
}

/** One typeset line. On a wide sheet it is a row; on a phone it flows on, with its number at the row it begins in. */
const Line = memo(function Line({ node, line, isNumbered, marks, beside }: LineProps) {
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
      <LineText block={node} line={line} marks={marks} />
    </span>
  )
})

function isOnPage(node: NodeJson, setting: PageSetting): boolean {
  if (isTextBlock(node)) return setting.blocks.has(idOf(node))
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
