import { evidenceIn, type Line, linesOf, type Piece } from '@foreword/core/initiatives/rich'
import { type ReactNode, useContext, useState } from 'react'
import { LinkedEvidence, type LinkedPiece } from './linked.ts'

export const setWords =
  'whitespace-pre-wrap wrap-break-word [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5 ' +
  '[&_a]:text-accent [&_a]:underline [&_a]:decoration-accent/35 [&_a]:underline-offset-3 [&_a:has(.gone)]:text-inherit [&_a:has(.gone)]:no-underline'

/** A long answer as it is read. A link to evidence that is no longer there, or not for this reader, is its words. */
export function RichWords({ text }: { text: string }) {
  const [open, setOpen] = useState<LinkedPiece>()
  const { show } = useContext(LinkedEvidence)
  return (
    <>
      {blocksOf(linesOf(text)).map((lines, at) => {
        const key = `${at} ${lines.length}`
        const [first] = lines
        const items = lines.map(({ pieces }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <li key={n}>
            <Words pieces={pieces} onOpen={setOpen} />
          </li>
        ))
        if (first?.kind === 'bullet') return <ul key={key}>{items}</ul>
        if (first?.kind === 'number')
          return (
            <ol key={key} start={first.number}>
              {items}
            </ol>
          )
        return (
          <p key={key} className="min-h-[1lh]">
            <Words pieces={first?.pieces ?? []} onOpen={setOpen} />
          </p>
        )
      })}
      {open && show(open, () => setOpen(undefined))}
    </>
  )
}

function Words({ pieces, onOpen }: { pieces: readonly Piece[]; onOpen: (piece: LinkedPiece) => void }) {
  const { pieces: known } = useContext(LinkedEvidence)
  return pieces.map(({ text, strong, em, href }, at) => {
    let words: ReactNode = text
    if (em) words = <em>{words}</em>
    if (strong) words = <strong>{words}</strong>
    const id = href === undefined ? null : evidenceIn(href)
    const piece = id === null ? undefined : known?.get(id)
    if (piece)
      words = (
        <a
          href={href}
          onClick={(event) => {
            event.preventDefault()
            onOpen(piece)
          }}
        >
          {words}
        </a>
      )
    else if (href !== undefined && id === null)
      words = (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {words}
        </a>
      )
    // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place
    return <span key={at}>{words}</span>
  })
}

/** Lines of one list together, each other line by itself. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const out: Line[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    const before = last?.at(-1)
    const goesOn =
      line.kind !== 'line' &&
      before?.kind === line.kind &&
      (line.kind === 'bullet' || line.number === (before.number ?? 0) + 1)
    if (last && goesOn) last.push(line)
    else out.push([line])
  }
  return out
}
