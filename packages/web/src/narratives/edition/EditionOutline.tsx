import type { DocumentJson } from '@foreword/document/json'
import { contentsOf, placeIn } from '@foreword/document/outline'
import { useState } from 'react'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { labelOf, useKind } from '../sheet/kind.ts'
import { OutlineDialog } from '../sheet/OutlineDialog.tsx'
import type { SetEdition } from './setting.ts'

interface Props {
  edition: SetEdition
  /** Of which kind its document is; undefined until that is known. */
  kind: string | undefined
  onClose: () => void
}

/** The outline of an edition, with the pages it was printed on. */
export function EditionOutline({ edition, kind, onClose }: Props) {
  const known = useKind(kind)
  const [{ contents, lines, place }] = useState(() => read(edition))
  return (
    <OutlineDialog
      parts={contents.map(({ title, part, ...shown }) => ({
        ...shown,
        label: title ?? labelOf(known, part),
        isWritten: true,
      }))}
      place={place}
      pageOf={(block) => lines.get(block)?.page}
      onGo={(block) => {
        const first = contents.find((part) => part.block === block)?.first ?? block
        goToLine(lines.get(first)?.line)
      }}
      onClose={onClose}
    />
  )
}

/** Pixels from the top of the window. */
const READ_AT = 140

function read({ document, lines }: SetEdition) {
  // in a table blocks share a line; of each block the first line counts
  const first = new Map(lines.toReversed().map((line) => [line.block, line]))
  // the contract carries the document as loose JSON; it was checked against the schema when it was frozen
  const contents = contentsOf(document as unknown as DocumentJson).filter(
    // what is empty was not printed
    (part) => part.first !== null && first.has(part.first),
  )
  const blocks = new Set(lines.map(({ block }) => block))
  return { contents, lines: first, place: placeIn(contents, blocks, blockInSight(lines)) }
}

/** What is read: the last line that has passed the head of the page. */
function blockInSight(lines: SetEdition['lines']): string {
  const shown = [...document.querySelectorAll<HTMLElement>('.edition [data-line]')]
  const passed = shown.findLast((line) => line.getBoundingClientRect().top <= READ_AT)
  const line = Number((passed ?? shown[0])?.dataset.line)
  return lines.find((each) => each.line === line)?.block ?? ''
}

function goToLine(line: number | undefined) {
  const sheet = document.querySelector<HTMLElement>('.edition')
  sheet?.focus({ preventScroll: true })
  bringIntoView(sheet?.querySelector(`[data-line="${line}"]`), 'start')
}
