import type { Want } from '@foreword/core/meetings/events'
import { oneQuestion, wantLabels } from '@foreword/core/meetings/labels'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useAct } from '../room/act.tsx'
import { useKept } from '../room/kept.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

const wants: Want[] = ['yes', 'not-yet', 'no']

/** R18: asked once, sealed, when one's reading ends. */
export function OneQuestion({ mine }: { mine: PhaseOf<'reading'>['mine'] }) {
  const answer = useAct('answerOneQuestion')
  const [kept, setKept, forget] = useKept<{ want: Want | null; because: string }>('one-question', {
    want: null,
    because: '',
  })
  if (mine.answer)
    return (
      <section>
        <h2 className="font-text text-lead font-semibold">{oneQuestion}</h2>
        <p className="mt-1 font-text text-read text-ink-2">
          {wantLabels[mine.answer.want]}
          {mine.answer.because !== '' && `, because ${mine.answer.because}`}
        </p>
        <p className="mt-1 text-small text-ink-3">
          Sealed until the questions open; counted without your name.
        </p>
      </section>
    )
  if (!mine.mayAnswer) return null
  const { want, because } = kept
  return (
    <Form
      error={answer.error}
      safe="Your answer is still here."
      onSubmit={() => want && answer.mutate({ want, because: because.trim() }, { onSuccess: forget })}
      actions={
        <Button
          kind="go"
          type="submit"
          busy={answer.isPending}
          disabledReason={want ? undefined : 'Choose one of the three first.'}
        >
          Seal the answer
        </Button>
      }
    >
      <RadioGroup
        label={<span className="font-text text-lead font-semibold">{oneQuestion}</span>}
        name="want"
        value={want ?? undefined}
        onChange={(next) => setKept({ want: next, because })}
        options={wants.map((value) => ({ value, label: wantLabels[value] }))}
      />
      <TextArea
        label="Because"
        name="because"
        value={because}
        maxLength={2000}
        onChange={(event) => setKept({ want, because: event.currentTarget.value })}
        help="Asked once. Sealed until the questions open; counted without your name."
      />
    </Form>
  )
}
