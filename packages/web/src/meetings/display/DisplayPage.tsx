import { codeAlphabet } from '@foreword/core/meetings/display-code'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Outside } from '../../people/Outside.tsx'
import { go } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Screen } from './Screen.tsx'
import { codeTyped } from './words.ts'

/** R19: where a screen that nobody is signed in on joins a meeting. */
export function JoinByCodePage() {
  const [typed, setTyped] = useState('')
  const code = codeTyped(typed, codeAlphabet)
  return (
    <Outside
      title="Show a meeting on this screen"
      lead="The facilitator finds the code in the room, under More. The screen shows clock and question, nothing else."
    >
      <Form
        onSubmit={() => code && go(paths.display({ code }), { replace: true })}
        actions={
          <Button
            kind="go"
            type="submit"
            disabledReason={code ? undefined : 'A code has eight letters and digits.'}
          >
            Show it
          </Button>
        }
      >
        <Field
          label="Code"
          name="code"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Form>
    </Outside>
  )
}

/** The screen itself; its address is enough to come back after a reload or a power cut. */
export function DisplayPage({ code }: { code: string }) {
  return <Screen key={code} code={code} />
}
