import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, type Inputs } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { keepWishes, lastWishes, type Wishes } from './wishes.ts'

export type Exported =
  | Pick<Inputs['transfer']['exportDraft'], 'narrativeId'>
  | Pick<Inputs['transfer']['exportEdition'], 'editionId'>

interface Props {
  /** “the draft”, “edition 3” */
  what: string
  of: Exported
  onClose: () => void
}

const formats = [
  { value: 'pdf', label: 'PDF', help: 'As printed, with page and line numbers.' },
  { value: 'docx', label: 'Word', help: 'To work on in Word; what is changed there can be brought back.' },
  { value: 'markdown', label: 'Markdown', help: 'Plain text that can be brought in again as it was.' },
  { value: 'html', label: 'HTML', help: 'One page for any browser.' },
] as const

/** N10: one dialog for every form, from the draft and from an edition; the choices are remembered. */
export function ExportDialog({ what, of, onClose }: Props) {
  const [wishes, setWishes] = useState(lastWishes)
  const make = useMutation({
    networkMode: 'always',
    mutationFn: ({ format, comments, decision }: Wishes) => {
      const sent = { format, comments: beside(comments), decision: beside(decision) }
      return 'narrativeId' in of
        ? client.transfer.exportDraft({ ...of, ...sent })
        : client.transfer.exportEdition({ ...of, ...sent })
    },
    onSuccess(file) {
      keepWishes(wishes)
      saveFile(file)
      onClose()
    },
  })
  const change = (part: Partial<Wishes>) => setWishes((now) => ({ ...now, ...part }))
  return (
    <Dialog
      title={`Export ${what}`}
      lead="That it was exported stands in the idea’s activity."
      open
      onClose={onClose}
    >
      <Form
        error={make.error}
        safe={`Nothing was saved; ${what} is as it was.`}
        onSubmit={() => make.mutate(wishes)}
        actions={
          <>
            <Button kind="go" type="submit" busy={make.isPending}>
              {make.isPending ? 'Writing the file…' : 'Save the file'}
            </Button>
            <Button kind="bare" onClick={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <RadioGroup
          label="As"
          name="format"
          options={formats}
          value={wishes.format}
          onChange={(format) => change({ format })}
        />
        <fieldset>
          <legend className="mb-1 text-small font-medium">With</legend>
          <Checkbox
            label="Comments and open questions"
            help={
              wishes.format === 'docx'
                ? 'As comments in Word’s margin. Sealed questions and private notes never leave.'
                : 'After the last page. Sealed questions and private notes never leave.'
            }
            checked={wishes.comments}
            onChange={(event) => change({ comments: event.currentTarget.checked })}
          />
          <Checkbox
            label="The decision"
            checked={wishes.decision}
            onChange={(event) => change({ decision: event.currentTarget.checked })}
          />
        </fieldset>
      </Form>
    </Dialog>
  )
}

const beside = (wanted: boolean): 'with' | 'without' => (wanted ? 'with' : 'without')
