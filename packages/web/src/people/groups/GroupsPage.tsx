import { inOrder } from '@foreword/core/people/groups/tree'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { List, Page, Row, TextLink } from '../../ui/Page.tsx'
import { useMe } from '../me.ts'
import { whyNot } from '../rights.ts'
import { GroupSelect } from './GroupSelect.tsx'
import { type Group, groupsChanged, useGroups } from './useGroups.ts'

/** P5: divisions and teams, each under the one it stands in. */
export function GroupsPage() {
  const me = useMe()
  const groups = useGroups()
  const [making, setMaking] = useState(false)
  const mayNot = whyNot('groups.make', me)
  useCommands([
    {
      id: 'groups.make',
      title: 'Make a group',
      group: 'This page',
      keys: 'n',
      run: () => setMaking(true),
      disabledReason: mayNot,
    },
  ])
  const make = (
    <Button kind="go" shortcut="N" disabledReason={mayNot} onClick={() => setMaking(true)}>
      Make a group
    </Button>
  )
  const one = groups.data?.length === 1
  return (
    <Page
      title="Groups"
      kicker={<TextLink href={paths.settings()}>Settings</TextLink>}
      lead="Divisions and teams. An idea belongs to one, which says whom each round of feedback asks and who decides."
      actions={groups.data && !one ? make : undefined}
    >
      {groups.isPending && <Loading />}
      {groups.isError && (
        <ErrorNote className="mt-6" error={groups.error} retry={() => void groups.refetch()} />
      )}
      {one && (
        <div className="mt-8">
          <Empty title="Everybody is in one group." action={make}>
            A small company needs no other, and nobody is asked which. Make a second when a team has readers
            or deciders of its own.
          </Empty>
        </div>
      )}
      {groups.data && !one && (
        <div className="mt-6">
          <List label="Groups">
            {inOrder(groups.data).map((group) => (
              <GroupRow key={group.id} group={group} level={group.level} />
            ))}
          </List>
        </div>
      )}
      {making && <MakeDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}

function GroupRow({ group, level }: { group: Group; level: number }) {
  const people = useQuery(api.people.list.queryOptions())
  const lead = people.data?.find(({ id }) => id === group.lead)
  const number = new Set([...(group.lead ? [group.lead] : []), ...group.members]).size
  const detail = [
    group.closedAt && 'Closed',
    lead && `${lead.name} leads it`,
    group.parentId === null
      ? 'everybody'
      : number === 0
        ? 'nobody yet'
        : number === 1
          ? 'one person'
          : `${number} people`,
  ]
  return (
    <Row href={paths.group({ groupId: group.id })} detail={detail.filter(Boolean).join(' · ')} indent={level}>
      <span className={group.closedAt ? 'text-ink-2' : ''}>{group.name}</span>
    </Row>
  )
}

function MakeDialog({ onClose }: { onClose: () => void }) {
  const { groups } = useMe()
  const make = useMutation(
    api.groups.make.mutationOptions({
      onSuccess({ id }) {
        groupsChanged()
        go(paths.group({ groupId: id }))
      },
    }),
  )
  return (
    <Dialog title="Make a group" open onClose={onClose}>
      <Form
        error={make.error}
        onSubmit={(text) =>
          make.mutate({
            name: text('name'),
            parentId: groups.find(({ id }) => id === text('parentId'))?.id,
          })
        }
        actions={
          <>
            <Button kind="go" type="submit" busy={make.isPending}>
              Make it
            </Button>
            <Button kind="bare" onClick={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <Field label="Name" name="name" autoFocus autoComplete="off" maxLength={80} placeholder="Growers" />
        <GroupSelect label="Stands in" name="parentId" />
      </Form>
    </Dialog>
  )
}
