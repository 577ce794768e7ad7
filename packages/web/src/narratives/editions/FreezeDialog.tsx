import { useMutation } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../../api.ts'
import { paths } from '../../paths.ts'
import { isRefusal } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Characters } from '../Characters.tsx'
import { WhoFinishes } from '../WhoFinishes.tsx'

interface Props {
  narrative: Outputs['narratives']['get']
  /** How many are open in the draft. */
  suggestions: number
  /** Characters the house faces do not have. */
  missing: readonly string[]
  /** Of the draft as it is set now; undefined while it is not known. */
  extent: { corePages: number; readingMinutes: number } | undefined
  /** Words the server has not confirmed: an edition is of what is on its disk. */
  unsaved: boolean
  onClose: () => void
}

/** N6: a draft becomes an edition, which never changes again. */
export function FreezeDialog({ narrative, suggestions, missing, extent, unsaved, onClose }: Props) {
  const freeze = useMutation(
    api.narratives.freeze.mutationOptions({
      onSuccess(edition) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.key() })
        go(paths.edition({ editionId: edition.id }))
      },
    }),
  )
  // another browser may have proposed something that this one does not show yet
  const areOpen = suggestions > 0 || isRefusal(freeze.error, 'open-suggestions')
  return (
    <Dialog
      title={`Freeze edition ${narrative.nextEdition}`}
      lead="A copy is set in pages with numbered lines and never changes again. Meetings, questions and decisions cite it; the draft stays open to write in."
      open
      onClose={onClose}
      dismissable={!freeze.isPending}
    >
      <Form
        error={freeze.error}
        {...(isRefusal(freeze.error, 'already-frozen')
          ? {}
          : { safe: 'The draft is as it was; no edition was made.' })}
        onSubmit={(text) => {
          const name = text('name').trim()
          const verdict = text('suggestions')
          freeze.mutate({
            narrativeId: narrative.id,
            ...(name === '' ? {} : { name }),
            ...(verdict === 'accept' || verdict === 'reject' ? { suggestions: verdict } : {}),
          })
        }}
        actions={
          <>
            <Button
              kind="go"
              type="submit"
              busy={freeze.isPending}
              disabledReason={
                unsaved
                  ? 'Some of your words are not saved yet. It can be frozen as soon as they are.'
                  : undefined
              }
            >
              {freeze.isPending ? 'Setting the pages…' : `Freeze edition ${narrative.nextEdition}`}
            </Button>
            {!freeze.isPending && (
              <Button kind="bare" onClick={onClose}>
                Not yet
              </Button>
            )}
          </>
        }
      >
        <Field
          label="A name for it"
          name="name"
          autoFocus
          maxLength={80}
          placeholder="For the pricing review"
          help="May stay empty: editions are numbered."
        />
        {extent && (
          <p className="text-small text-ink-2">
            <WhoFinishes pages={extent.corePages} minutes={Math.max(1, Math.ceil(extent.readingMinutes))} />
          </p>
        )}
        {missing.length > 0 && (
          <p className="text-small text-amber">
            Our typefaces do not have <Characters of={missing} most={12} />. The PDF shows an empty box for
            each; a screen shows what it has. It can be frozen all the same.
          </p>
        )}
        {areOpen && (
          <RadioGroup
            label={
              suggestions === 1
                ? 'One suggestion is open in the draft'
                : `${suggestions} suggestions are open in the draft`
            }
            name="suggestions"
            help="Only for this edition: in the draft they stay open."
            options={[
              { value: 'accept', label: 'As if accepted', help: 'The edition reads as proposed.' },
              { value: 'reject', label: 'Without them', help: 'The edition reads as it stood before.' },
            ]}
          />
        )}
      </Form>
    </Dialog>
  )
}
