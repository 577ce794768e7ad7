import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { useCommands } from '../shell/commands.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Page, Row, Section } from '../ui/Page.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { useMe } from './me.ts'
import { PersonRow } from './PersonRow.tsx'
import { whyNot } from './rights.ts'

export function PeoplePage() {
  const me = useMe()
  const people = useQuery(api.people.list.queryOptions())
  const [inviting, setInviting] = useState(false)
  const mayNotInvite = whyNot('people.invite', me)
  const invite = () => setInviting(true)
  useCommands([
    {
      id: 'people.invite',
      title: 'Invite somebody',
      group: 'This page',
      keys: 'i',
      run: invite,
      disabledReason: mayNotInvite,
    },
  ])

  const here = people.data?.filter(({ active }) => active) ?? []
  const gone = people.data?.filter(({ active }) => !active) ?? []
  return (
    <Page
      title="People"
      lead={`Everybody at ${me.workspace.name}. An area tells a room which views are missing; a role says who may change settings.`}
      actions={
        <>
          {me.groups.length > 1 && <ButtonLink href={paths.groups()}>Groups</ButtonLink>}
          <Button kind="go" disabledReason={mayNotInvite} onClick={invite}>
            Invite
          </Button>
        </>
      }
    >
      {people.isPending && <Loading />}
      {people.isError && (
        <ErrorNote className="mt-6" error={people.error} retry={() => void people.refetch()} />
      )}
      {people.data && (
        <Section title="Here" note={here.length === 1 ? 'only you so far' : String(here.length)}>
          <List label="People here">
            {here.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </List>
        </Section>
      )}
      {here.length === 1 && (
        <p className="mt-5 max-w-measure font-text text-read text-ink-2">
          A narrative meeting wants three: somebody who wrote, and two who read it for the first time. Invite
          an engineer and somebody from finance, and you can hold one today.
        </p>
      )}
      {mayNotInvite === undefined && <Invitations onInvite={invite} />}
      {gone.length > 0 && (
        <Section title="Left" note="what they wrote stays">
          <List label="People who left">
            {gone.map((person) => (
              <Row key={person.id} detail={person.email}>
                <span className="text-ink-2">{person.name}</span>
              </Row>
            ))}
          </List>
        </Section>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  )
}
