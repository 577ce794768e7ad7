import type { Relation, Visibility } from '@foreword/core/initiatives/initiative'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Select } from '../ui/Field.tsx'
import { List, Row, TextLink } from '../ui/Page.tsx'
import { Refused } from '../ui/Refused.tsx'
import type { Idea } from './idea.ts'
import { ideaBecomes } from './liveIdea.ts'

type Person = Outputs['people']['list'][number]

/** Who may read the idea, who may write in it, and who owns it. */
export function ShareDialog({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const people = useQuery(api.people.list.queryOptions())
  return (
    <Dialog
      title="Who reads, who writes"
      lead="Whoever reads may also comment and ask. Authors write in its answers and its narrative."
      open
      onClose={onClose}
      width="wide"
    >
      {people.isPending && <Loading />}
      {people.isError && <ErrorNote error={people.error} retry={() => void people.refetch()} />}
      {people.data && <Sharing idea={idea} people={people.data} onClose={onClose} />}
    </Dialog>
  )
}

function Sharing({ idea, people, onClose }: { idea: Idea; people: Person[]; onClose: () => void }) {
  const [visibility, setVisibility] = useState<Visibility>(idea.visibility)
  const [named, setNamed] = useState(
    () => new Map<string, Relation>(idea.relations.map((one) => [one.personId, one.relation])),
  )
  const share = useMutation(
    api.initiatives.share.mutationOptions({
      onSuccess(shared) {
        ideaBecomes(shared)
        notify('Who may read and write is changed.')
        onClose()
      },
    }),
  )
  const set = (id: string, relation: Relation | null) => {
    const next = new Map(named)
    if (relation) next.set(id, relation)
    else next.delete(id)
    setNamed(next)
  }
  const others = people.filter(({ id, active }) => id !== idea.owner.id && (active || named.has(id)))
  const listed = others.filter(({ id }) => named.has(id))
  const free = others.filter(({ id }) => !named.has(id))
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label="Readers"
        name="visibility"
        value={visibility}
        onChange={setVisibility}
        options={[
          { value: 'company', label: 'Everybody here' },
          {
            value: 'named',
            label: 'Only the people named below',
            help: 'For the rest of the company it does not exist: not in lists, search or counts.',
          },
        ]}
      />
      <div>
        <h3 className="mb-1 text-small font-medium">By name</h3>
        <List label="People by name">
          <Row aside={<span className="sm:px-3">Owner</span>}>{idea.owner.name}</Row>
          {listed.map((person) => (
            <Row
              key={person.id}
              aside={
                <>
                  <div className="w-36">
                    <Select
                      label={`What ${person.name} may do`}
                      hideLabel
                      value={named.get(person.id)}
                      onChange={(event) =>
                        set(person.id, event.currentTarget.value === 'author' ? 'author' : 'reader')
                      }
                    >
                      <option value="author">May write</option>
                      <option value="reader">May read</option>
                    </Select>
                  </div>
                  <Button kind="bare" className="px-2.5" onClick={() => set(person.id, null)}>
                    Remove<span className="sr-only"> {person.name}</span>
                  </Button>
                </>
              }
            >
              {person.name}
              {!person.active && <span className="text-ink-3"> · has left</span>}
            </Row>
          ))}
        </List>
        {free.length > 0 ? (
          <div className="mt-3">
            <Select
              label="Add somebody"
              value=""
              onChange={(event) =>
                event.currentTarget.value !== '' && set(event.currentTarget.value, 'author')
              }
            >
              <option value="">Choose a colleague…</option>
              {free.map(({ id, name, email }) => (
                <option key={id} value={id}>
                  {name} ({email})
                </option>
              ))}
            </Select>
          </div>
        ) : (
          <p className="mt-3 text-small text-ink-3">
            {others.length > 0 ? (
              'Everybody here is named already.'
            ) : (
              <>
                Nobody else is here yet. <TextLink href={paths.people()}>Invite colleagues</TextLink> and
                share it with them.
              </>
            )}
          </p>
        )}
      </div>
      <HandOver idea={idea} people={people} onClose={onClose} />
      <Refused error={share.error} />
      <div className="flex gap-2">
        <Button
          kind="go"
          busy={share.isPending}
          onClick={() =>
            share.mutate({
              initiativeId: idea.id,
              visibility,
              // ids as the server gave them, each of a person of this company
              people: [...named].map(([id, relation]) => ({ personId: id as Person['id'], relation })),
            })
          }
        >
          Save
        </Button>
        <Button kind="bare" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Exactly one person is accountable; handing over keeps the former owner as an author. */
function HandOver({ idea, people, onClose }: { idea: Idea; people: Person[]; onClose: () => void }) {
  const [to, setTo] = useState('')
  const update = useMutation(
    api.initiatives.update.mutationOptions({
      onSuccess(handed) {
        ideaBecomes(handed)
        notify(`${handed.owner.name} owns it now.`)
        onClose()
      },
    }),
  )
  const person = people.find(({ id }) => id === to)
  const others = people.filter(({ id, active }) => active && id !== idea.owner.id)
  if (others.length === 0) return null
  return (
    <details>
      <summary className="text-small text-ink-2">Hand it over to somebody else</summary>
      <div className="mt-3 flex flex-wrap items-end gap-2">
        <div className="min-w-56 flex-1">
          <Select label="New owner" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            <option value="">Choose a colleague…</option>
            {others.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </Select>
        </div>
        <Button
          busy={update.isPending}
          disabledReason={person ? undefined : 'Choose who takes it over.'}
          onClick={() => person && update.mutate({ initiativeId: idea.id, ownerId: person.id })}
        >
          Hand over
        </Button>
      </div>
      <Refused className="mt-3" error={update.error} />
      <p className="mt-2 text-small text-ink-3">You go on writing in it as an author.</p>
    </details>
  )
}
