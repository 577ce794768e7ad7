import type { MarkJson, NodeJson } from '@foreword/document/json'
import { safeLink } from '@foreword/document/links'
import type { ReactNode } from 'react'
import { type EditionMark, type Run, runsOf } from './runs.ts'

interface Props {
  block: NodeJson
  line: { from: number; to: number }
  marks: readonly EditionMark[]
  /** The number of each footnote, by block. */
  notes: ReadonlyMap<string, number>
}

/** The words of one line, set as the document says and marked where a passage is. */
export function LineText({ block, line, marks, notes }: Props) {
  return runsOf(block, line, marks).map((run) => (
    <Marked key={run.from} marked={run.marked}>
      {run.note !== undefined ? (
        <NoteReference number={notes.get(run.note)} character={run.text} />
      ) : run.text === '\n' && block.type !== 'codeBlock' ? (
        <br />
      ) : (
        set(run.text, run.marks)
      )}
    </Marked>
  ))
}

/** One character of the text, as passages count it; what is seen is its number. */
function NoteReference({ number, character }: { number: number | undefined; character: string }) {
  return (
    <a
      className="note-reference"
      href={`#note-${number}`}
      data-number={number}
      role="doc-noteref"
      aria-label={`Footnote ${number}`}
    >
      {character}
    </a>
  )
}

function Marked({ marked, children }: { marked: Run['marked']; children: ReactNode }): ReactNode {
  const [outer, ...inner] = marked
  if (outer === undefined) return children
  return (
    <mark data-mark={outer.id} data-tone={outer.tone ?? 'mark'} title={outer.label}>
      <Marked marked={inner}>{children}</Marked>
    </mark>
  )
}

function set(text: string, marks: readonly MarkJson[]): ReactNode {
  return marks.reduceRight<ReactNode>((inside, mark) => wrap(mark, inside), text)
}

function wrap(mark: MarkJson, inside: ReactNode): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inside}</strong>
    case 'em':
      return <em>{inside}</em>
    case 'strike':
      return <s>{inside}</s>
    case 'code':
      return <code>{inside}</code>
    case 'link': {
      const href = safeLink(mark.attrs?.href)
      return href === null ? (
        inside
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {inside}
        </a>
      )
    }
    default:
      return inside
  }
}
