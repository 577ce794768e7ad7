import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { ActButton, useAct } from '../room/act.tsx'
import type { Progress } from './progress.ts'

/** What is most often true; pressed, it is the sentence. */
const usual = ['They have said that they are done.', 'We have to end on time.'] as const

interface Props {
  progress: Progress
  /** The reading time is over. */
  ended: boolean
  onClose: () => void
}

/** R2: somebody still reads. Time is one press away; opening all the same takes a sentence that everybody sees. */
export function OpenEarly({ progress: { stillReading }, ended, onClose }: Props) {
  const open = useAct('announceReveal')
  const [because, setBecause] = useState('')
  const still = stillReading === 1 ? '1 still reads' : `${stillReading} still read`
  return (
    <Dialog
      title={stillReading === 0 ? 'Everybody has read.' : `${still}. Open the questions?`}
      lead={
        ended
          ? 'The time is over. A minute more costs little; what is opened cannot be closed again.'
          : 'Their time is not over. What is opened cannot be closed again.'
      }
      open
      onClose={onClose}
    >
      <Form
        error={open.error}
        safe="Nothing was opened."
        onSubmit={() => open.mutate({ because: because.trim() }, { onSuccess: onClose })}
        actions={
          <>
            <Button
              kind="go"
              type="submit"
              busy={open.isPending}
              disabledReason={
                because.trim() === '' && stillReading > 0
                  ? 'Say in one sentence why they open now.'
                  : open.disabledReason
              }
            >
              Open them
            </Button>
            {[1, 5].map((minutes) => (
              <ActButton
                key={minutes}
                act="extendReading"
                given={{ minutes }}
                kind={minutes === 1 ? 'plain' : 'bare'}
                onDone={onClose}
              >
                {minutes === 1 ? 'Give a minute' : `Give ${minutes}`}
              </ActButton>
            ))}
          </>
        }
      >
        <div>
          <Field
            label="Why now, in a sentence"
            name="because"
            autoFocus
            maxLength={300}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
            help="Everybody sees it while the questions open, and it stays in the record."
          />
          <p className="mt-2 flex flex-wrap gap-1.5">
            {usual.map((sentence) => (
              <Button key={sentence} kind="bare" className="px-2" onClick={() => setBecause(sentence)}>
                {sentence}
              </Button>
            ))}
          </p>
        </div>
      </Form>
    </Dialog>
  )
}
