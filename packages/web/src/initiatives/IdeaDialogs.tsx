import { type PutAway, type SetAsideReason, setAsideReasons } from '@foreword/core/initiatives/stages'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { GroupSelect } from '../people/groups/GroupSelect.tsx'
import { useMe } from '../people/me.ts'
import { notify, notifyProblem, notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field, TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import type { Idea } from './idea.ts'
import { ideaBecomes } from './liveIdea.ts'

interface Props {
  idea: Idea
  onClose: () => void
}

export function RenameDialog({ idea, onClose }: Props) {
  const rename = useMutation(
    api.initiatives.update.mutationOptions({
      onSuccess(renamed) {
        ideaBecomes(renamed)
        onClose()
      },
    }),
  )
  return (
    <Dialog title="Rename" open onClose={onClose}>
      <Form
        error={rename.error}
        onSubmit={(text) => rename.mutate({ initiativeId: idea.id, name: text('name') })}
        actions={<Actions act="Rename" busy={rename.isPending} onClose={onClose} />}
      >
        <Field
          label="Headline"
          name="name"
          autoFocus
          defaultValue={idea.name}
          maxLength={160}
          autoComplete="off"
        />
      </Form>
    </Dialog>
  )
}

/** By its owner, or an administrator; who may read it stays as it is. */
export function MoveDialog({ idea, onClose }: Props) {
  const { groups } = useMe()
  const back = useMutation(
    api.initiatives.move.mutationOptions({
      onSuccess: ideaBecomes,
      onError: () => notifyProblem('It could not be moved back. Reload to see where the idea stands.'),
    }),
  )
  const move = useMutation(
    api.initiatives.move.mutationOptions({
      onSuccess(moved) {
        ideaBecomes(moved)
        onClose()
        notifyUndo(`It belongs to ${moved.group.name} now.`, () =>
          back.mutate({ initiativeId: idea.id, groupId: idea.group.id }),
        )
      },
    }),
  )
  return (
    <Dialog
      title="Move it to another group"
      lead="Its readers in each round and its deciders are proposed from there. Who may read it stays as it is."
      open
      onClose={onClose}
    >
      <Form
        error={move.error}
        onSubmit={(text) => {
          const to = groups.find(({ id }) => id === text('groupId'))
          if (to) move.mutate({ initiativeId: idea.id, groupId: to.id })
        }}
        actions={<Actions act="Move it" busy={move.isPending} onClose={onClose} />}
      >
        <GroupSelect label="Group" name="groupId" defaultValue={idea.group.id} />
      </Form>
    </Dialog>
  )
}

const putAwayWords = {
  parked: {
    title: 'Park it',
    lead: 'It rests until somebody takes it up again. Everything written stays.',
    done: 'It is parked.',
    note: 'What would bring it back?',
  },
  'set-aside': {
    title: 'Set it aside',
    lead: 'Most ideas are, and it is honourable: the reason saves somebody else the same road. Everything written stays.',
    done: 'It is set aside.',
    note: 'Anything those who come after should know?',
  },
} satisfies Record<PutAway, object>

/** Putting away tells why, for the record; it can be taken back at once and later. */
export function PutAwayDialog({ idea, to, onClose }: Props & { to: PutAway }) {
  const { title, lead, done, note } = putAwayWords[to]
  const [setAside, setSetAside] = useState<SetAsideReason>()
  const [unchosen, setUnchosen] = useState(false)
  const back = useMutation(
    api.initiatives.changeStage.mutationOptions({
      onSuccess: ideaBecomes,
      onError: () => notifyProblem('It could not be taken back. Reload to see where the idea stands.'),
    }),
  )
  const change = useMutation(
    api.initiatives.changeStage.mutationOptions({
      onSuccess(moved) {
        const from = idea.stage
        ideaBecomes(moved)
        onClose()
        notifyUndo(done, () => back.mutate({ initiativeId: idea.id, to: from, reason: 'Undone' }))
      },
    }),
  )
  return (
    <Dialog title={title} lead={lead} open onClose={onClose}>
      <Form
        error={change.error}
        onSubmit={(text) => {
          if (to === 'set-aside' && !setAside) return setUnchosen(true)
          change.mutate({ initiativeId: idea.id, to, reason: text('reason'), setAside })
        }}
        actions={<Actions act={title} busy={change.isPending} onClose={onClose} />}
      >
        {to === 'set-aside' && (
          <RadioGroup
            label="Why"
            name="setAside"
            value={setAside}
            error={unchosen && !setAside ? 'Choose the reason that fits best.' : undefined}
            onChange={setSetAside}
            // the keys of a literal object are its keys
            options={(Object.keys(setAsideReasons) as SetAsideReason[]).map((value) => ({
              value,
              label: setAsideReasons[value],
            }))}
          />
        )}
        <TextArea label={note} name="reason" maxLength={1000} autoFocus={to === 'parked'} />
      </Form>
    </Dialog>
  )
}

/** For those who do not own it: a word to the owner, kept on the timeline. */
export function ProposeDialog({ idea, onClose }: Props) {
  const propose = useMutation(
    api.initiatives.proposeReopening.mutationOptions({
      onSuccess() {
        notify(`Your proposal stands on the timeline for ${idea.owner.name}.`)
        onClose()
      },
    }),
  )
  return (
    <Dialog
      title="Propose to take it up again"
      lead="As a new iteration, with what has changed since."
      open
      onClose={onClose}
    >
      <Form
        error={propose.error}
        onSubmit={(text) => propose.mutate({ initiativeId: idea.id, reason: text('reason') })}
        actions={<Actions act="Propose" busy={propose.isPending} onClose={onClose} />}
      >
        <TextArea label="What has changed?" name="reason" autoFocus maxLength={1000} />
      </Form>
    </Dialog>
  )
}

export function Actions({ act, busy, onClose }: { act: string; busy: boolean; onClose: () => void }) {
  return (
    <>
      <Button kind="go" type="submit" busy={busy}>
        {act}
      </Button>
      <Button kind="bare" onClick={onClose}>
        Cancel
      </Button>
    </>
  )
}
