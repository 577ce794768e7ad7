import { nodeAt } from '@foreword/document/blocks'
import type { BlockChange } from '@foreword/document/diff'
import type { Compared, Run } from '@foreword/document/diff-words'
import { type DocumentJson, FOOTNOTE } from '@foreword/document/json'
import { memo, type ReactNode } from 'react'
import { sayLook } from './say-look.ts'

interface Props {
  index: number
  change: BlockChange
  before: DocumentJson
  after: DocumentJson
  /** Its first line in the newer text. */
  line: number | undefined
  /** Its first line in the older text; said of what moved. */
  oldLine: number | undefined
  labelOf: (part: string) => string
  isAtHand: boolean
}

/** One paragraph, heading, question or cell of a comparison. */
export const ChangedBlock = memo(function ChangedBlock({
  index,
  change,
  before,
  after,
  line,
  oldLine,
  labelOf,
  isAtHand,
}: Props) {
  const block = change.kind === 'removed' ? change.before : change.after
  const document = change.kind === 'removed' ? before : after
  const isChanged = change.kind !== 'kept'
  const Tag = tagOf(block, document)
  return (
    <div
      className="changed-block"
      data-part={block.part}
      data-inside={insideOf(block, document)}
      {...(isChanged ? { 'data-change': index, 'data-kind': change.kind, tabIndex: -1 } : {})}
      data-at-hand={isAtHand || undefined}
    >
      {line !== undefined && <i className="changed-line" data-n={line} aria-hidden="true" />}
      {change.kind === 'moved' && !change.follows && (
        <p className="restyled">{oldLine === undefined ? 'Moved here.' : `Moved from line ${oldLine}.`}</p>
      )}
      <Tag {...(block.type === 'faqQuestion' ? { 'data-faq-question': '' } : {})}>{words(change)}</Tag>
      {'looks' in change &&
        change.looks.map((look) => (
          <p key={`${look.what} ${look.was} ${look.is}`} className="restyled">
            {sayLook(look, labelOf)}
          </p>
        ))}
    </div>
  )
})

function words(change: BlockChange): ReactNode {
  switch (change.kind) {
    case 'kept':
      return written(change.after.text)
    case 'added':
      return <ins>{written(change.after.text)}</ins>
    case 'removed':
      return <del>{written(change.before.text)}</del>
    case 'changed':
    case 'moved':
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison are made once
      return change.runs.map((run, at) => <Words key={at} run={run} />)
  }
}

/** Where a footnote stands, which in the text is a character that no face can draw. */
const written = (text: string) => text.replaceAll(FOOTNOTE, '*')

function Words({ run }: { run: Run }): ReactNode {
  if (run.kind === 'added') return <ins>{written(run.text)}</ins>
  if (run.kind === 'removed') return <del>{written(run.text)}</del>
  return written(run.text)
}

function tagOf(block: Compared, document: DocumentJson): 'p' | 'pre' | 'h1' | 'h2' | 'h3' | 'h4' {
  if (block.type === 'codeBlock' || block.type === 'diagram') return 'pre'
  if (block.type !== 'heading') return 'p'
  const level = Number(nodeAt(document, block.path)?.attrs?.level)
  return level === 1 ? 'h1' : level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
}

/** What the block stands in: a list, a quote, a table; the nearest counts. */
function insideOf(block: Compared, document: DocumentJson): string | undefined {
  for (let depth = block.path.length - 1; depth > 0; depth--) {
    const type = nodeAt(document, block.path.slice(0, depth))?.type
    if (type === 'listItem') return block.path[depth] === 0 ? 'item' : 'item-more'
    if (type === 'blockquote') return 'quote'
    if (type === 'tableCell' || type === 'tableHeader') return 'cell'
  }
  return undefined
}
