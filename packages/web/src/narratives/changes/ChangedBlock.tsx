import { nodeAt } from '@foreword/document/blocks'
import type { BlockChange, Compared, Run } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { memo, type ReactNode } from 'react'

interface Props {
  index: number
  change: BlockChange
  before: DocumentJson
  after: DocumentJson
  /** Its first line in the newer edition. */
  line: number | undefined
  isAtHand: boolean
}

/** One paragraph, heading, question or cell of a comparison. */
export const ChangedBlock = memo(function ChangedBlock({
  index,
  change,
  before,
  after,
  line,
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
      {...(isChanged ? { 'data-change': index, 'data-kind': change.kind } : {})}
      data-at-hand={isAtHand || undefined}
    >
      {line !== undefined && <i className="changed-line" data-n={line} aria-hidden="true" />}
      <Tag {...(block.type === 'faqQuestion' ? { 'data-faq-question': '' } : {})}>{words(change)}</Tag>
      {change.kind === 'changed' && change.isRestyled && (
        <p className="restyled">The words are the same; how they are set has changed.</p>
      )}
    </div>
  )
})

function words(change: BlockChange): ReactNode {
  switch (change.kind) {
    case 'kept':
      return change.after.text
    case 'added':
      return <ins>{change.after.text}</ins>
    case 'removed':
      return <del>{change.before.text}</del>
    case 'changed':
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison are made once
      return change.runs.map((run, at) => <Words key={at} run={run} />)
  }
}

function Words({ run }: { run: Run }): ReactNode {
  if (run.kind === 'added') return <ins>{run.text}</ins>
  if (run.kind === 'removed') return <del>{run.text}</del>
  return run.text
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
