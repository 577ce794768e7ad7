import { type KeyboardEventHandler, type ReactNode, useState } from 'react'
import { Form } from '../../ui/Form.tsx'
import { LineField } from './LineField.tsx'

interface Props {
  /** The line to begin with. */
  selected: number | null
  onEnd: (line: number | null) => void
  error: unknown
  /** Another line is typed: what was wrong with the one before is no matter. */
  onType: () => void
  onKeyDown: KeyboardEventHandler
  actions: ReactNode
}

/** F5: on which line the document answers it; words that are selected on the page say it. */
export function OnLineForm({ selected, onEnd, error, onType, onKeyDown, actions }: Props) {
  const [line, setLine] = useState(selected === null ? '' : String(selected))
  return (
    <fieldset className="mt-4" onKeyDown={onKeyDown}>
      <Form onSubmit={() => onEnd(line === '' ? null : Number(line))} error={error} actions={actions}>
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
      </Form>
    </fieldset>
  )
}
