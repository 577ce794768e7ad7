import { type KeyboardEventHandler, type ReactNode, useState } from 'react'
import { Form } from '../../ui/Form.tsx'
import { LineField } from './LineField.tsx'
import type { Lines } from './line.ts'

interface Props {
  /** The lines to begin with. */
  selected: Lines | null
  onEnd: (lines: { line: number | null; lastLine: number | null }) => void
  error: unknown
  /** Another line is typed: what was wrong with the one before is no matter. */
  onType: () => void
  onKeyDown: KeyboardEventHandler
  actions: ReactNode
}

/** F5: on which lines the document answers it; words that are selected on the page say it. */
export function OnLineForm({ selected, onEnd, error, onType, onKeyDown, actions }: Props) {
  const [line, setLine] = useState(selected === null ? '' : String(selected.line))
  const isLonger = selected !== null && selected.lastLine !== selected.line
  const [lastLine, setLastLine] = useState(isLonger ? String(selected.lastLine) : '')
  const number = (typed: string) => (typed === '' ? null : Number(typed))
  return (
    <fieldset className="mt-4" onKeyDown={onKeyDown}>
      <Form
        onSubmit={() => onEnd({ line: number(line), lastLine: number(lastLine) })}
        error={error}
        actions={actions}
      >
        <LineField
          label="Answered in the document, on line"
          name="state.line"
          autoFocus
          value={line}
          onChange={(typed) => {
            setLine(typed)
            onType()
          }}
          help="May stay empty. Enter records it."
        />
        <LineField
          label="To line"
          name="state.lastLine"
          value={lastLine}
          onChange={(typed) => {
            setLastLine(typed)
            onType()
          }}
          help="Only where the answer goes over several lines."
        />
      </Form>
    </fieldset>
  )
}
