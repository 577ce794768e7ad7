import { useMutation } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'

interface Props {
  edition: Pick<Outputs['narratives']['edition'], 'id' | 'number' | 'name'>
  onClose: () => void
}

/** N6: the one thing of an edition that may change. */
export function NameDialog({ edition, onClose }: Props) {
  const naming = useMutation(
    api.narratives.nameEdition.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries({ queryKey: api.narratives.key() })
        onClose()
      },
    }),
  )
  return (
    <Dialog
      title={`Name edition ${edition.number}`}
      lead="The name helps to find it again. Its words, pages, lines and hash stay as they are."
      open
      onClose={onClose}
      dismissable={!naming.isPending}
    >
      <Form
        error={naming.error}
        safe="The edition keeps the name it has."
        onSubmit={(text) => {
          const name = text('name').trim()
          naming.mutate({ editionId: edition.id, name: name === '' ? null : name })
        }}
        actions={
          <>
            <Button kind="go" type="submit" busy={naming.isPending}>
              {naming.isPending ? 'Naming it…' : 'Save the name'}
            </Button>
            <Button kind="bare" onClick={onClose}>
              Keep it
            </Button>
          </>
        }
      >
        <Field
          label="Its name"
          name="name"
          autoFocus
          maxLength={80}
          defaultValue={edition.name ?? ''}
          help="Empty takes the name away: editions are numbered."
        />
      </Form>
    </Dialog>
  )
}
