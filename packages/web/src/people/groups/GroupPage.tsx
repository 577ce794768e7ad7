import type { GroupPart } from '@foreword/core/people/groups/group'
import { decidersFor, leads, readersFor, upwards, within } from '@foreword/core/people/groups/tree'
import { roundLabels, rounds } from '@foreword/core/people/rounds'
import { spokenMoney } from '@foreword/core/spoken-money'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Select } from '../../ui/Field.tsx'
import { Page, Section, TextLink } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { type Me, useMe } from '../me.ts'
import { whyNot } from '../rights.ts'
import { SettingRow, TextSetting } from '../settingControls.tsx'
import { BudgetSetting } from './BudgetSetting.tsx'
import { GroupSelect } from './GroupSelect.tsx'
import { NamedPeople } from './NamedPeople.tsx'
import { type Group, groupsChanged, useGroupActs, useGroups } from './useGroups.ts'

type Person = Outputs['people']['list'][number]

export function GroupPage({ groupId }: { groupId: string }) {
  const groups = useGroups()
  const people = useQuery(api.people.list.queryOptions())
  const error = groups.error ?? people.error
  const group = groups.data?.find(({ id }) => id === groupId)
  if (groups.data && people.data && group)
    return <OneGroup key={groupId} group={group} groups={groups.data} people={people.data} />
  if (groups.data && !group)
    return (
      <Page title="No group here" lead="There is none at this address. It may have been deleted.">
        <p className="mt-5">
          <TextLink href={paths.groups()}>To all groups</TextLink>
        </p>
      </Page>
    )
  return (
    <Page title="Group" heading={'\u00a0'}>
      {error ? (
        <ErrorNote
          className="mt-6"
          error={error}
          retry={() => {
            void groups.refetch()
            void people.refetch()
          }}
        />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

interface Props {
  group: Group
  groups: readonly Group[]
  people: readonly Person[]
}

function OneGroup({ group, groups, people }: Props) {
  const isCompany = group.parentId === null
  const [, ...above] = upwards(groups, group.id)
  const kicker = [
    <TextLink key="all" href={paths.groups()}>
      Groups
    </TextLink>,
    ...above
      .filter(({ parentId }) => parentId !== null)
      .toReversed()
      .flatMap(({ id, name }) => [
        ' · ',
        <TextLink key={id} href={paths.group({ groupId: id })}>
          {name}
        </TextLink>,
      ]),
  ]
  return (
    <Page
      title={group.name}
      kicker={kicker}
      lead={
        group.closedAt !== null
          ? 'Closed: it takes in no idea any more, and those it has stay with it.'
          : isCompany
            ? 'The company’s own group. What it names here holds for every group that names nobody itself.'
            : 'Each change is kept as you make it.'
      }
    >
      <Standing group={group} groups={groups} people={people} />
      <Who group={group} groups={groups} people={people} />
      {!isCompany && <Ending group={group} />}
    </Page>
  )
}

/** Administrators, and whoever leads the group or one it stands in. */
const mayArrange = ({ person }: Me, groups: readonly Group[], id: string) =>
  person.role === 'administrator' || leads(groups, id, person.id)

function Standing({ group, groups, people }: Props) {
  const me = useMe()
  const acts = useGroupActs()
  const { id: groupId, name, parentId, lead, budget } = group
  const inside = new Set(within(groups, groupId).map(({ id }) => id))
  return (
    <fieldset disabled={whyNot('groups.change', me) !== undefined} className="mt-7 min-w-0">
      <legend className="sr-only">The group itself</legend>
      {parentId !== null && (
        <>
          <SettingRow title="Name">
            <TextSetting
              label="Name of the group"
              value={name}
              onChange={(next) =>
                acts.change({ groupId, name: next }, { groupId, name }, `The group is called ${next} now.`)
              }
            />
          </SettingRow>
          <SettingRow title="Stands in" help="Moved, it takes along what stands in it.">
            <div className="sm:w-56">
              <GroupSelect
                label="Stands in"
                hideLabel
                value={parentId}
                groups={me.groups.filter(({ id }) => !inside.has(id))}
                onChange={(next) =>
                  next && acts.change({ groupId, parentId: next }, { groupId, parentId }, `${name} is moved.`)
                }
              >
                {!me.groups.some(({ id }) => id === parentId) && (
                  <option value={parentId}>{groups.find(({ id }) => id === parentId)?.name}</option>
                )}
              </GroupSelect>
            </div>
          </SettingRow>
        </>
      )}
      <SettingRow
        title="Lead"
        help={
          parentId === null
            ? 'Says who reads and decides in every group, as an administrator does.'
            : 'Is in it, and says who else is, who reads and who decides; also in the groups that stand in it.'
        }
      >
        <div className="sm:w-56">
          <Select
            label="Lead"
            hideLabel
            value={lead ?? ''}
            onChange={({ currentTarget }) => {
              const next = people.find(({ id }) => id === currentTarget.value)
              acts.change(
                { groupId, lead: next?.id ?? null },
                { groupId, lead },
                next ? `${next.name} leads ${name} now.` : `Nobody leads ${name} now.`,
              )
            }}
          >
            <option value="">Nobody</option>
            {people
              .filter(({ active }) => active)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
        </div>
      </SettingRow>
      {mayArrange(me, groups, groupId) && (
        <SettingRow
          title="Budget"
          help="What it may spend, by its own count. Only administrators and those who lead it see it."
        >
          <BudgetSetting
            budget={budget}
            onChange={(next) =>
              acts.change(
                { groupId, budget: next },
                { groupId, budget },
                next ? `${name} may spend ${spokenMoney(next)}.` : `${name} has no budget now.`,
              )
            }
          />
        </SettingRow>
      )}
    </fieldset>
  )
}

/** Members, deciders and the default readers of each round; where it names none, those it takes from above. */
function Who({ group, groups, people }: Props) {
  const me = useMe()
  const acts = useGroupActs()
  const may = mayArrange(me, groups, group.id)
  const lists = (part: GroupPart, what: { title: string; help?: string; said: string }) => {
    const named: readonly string[] =
      part === 'member' ? group.members : part === 'decider' ? group.deciders : group.readers[part]
    const taken: readonly string[] =
      part === 'member'
        ? []
        : part === 'decider'
          ? decidersFor(groups, group.id)
          : readersFor(groups, group.id, part)
    return (
      <NamedPeople
        key={part}
        {...what}
        may={may}
        named={people.filter(({ id }) => named.includes(id))}
        fromAbove={named.length > 0 ? [] : people.filter(({ id }) => taken.includes(id))}
        others={people.filter(({ id, active }) => active && !named.includes(id))}
        onSet={({ id, name }, on) =>
          acts.setPerson(
            { groupId: group.id, part, personId: id, on },
            on ? `${name} ${what.said}.` : `${name} is taken off.`,
          )
        }
      />
    )
  }
  return (
    <>
      <Section title="People">
        {group.parentId === null ? (
          <p className="border-t border-rule py-3 text-ink-2">
            Everybody at {group.name} is in it. <TextLink href={paths.people()}>People</TextLink>
          </p>
        ) : (
          lists('member', {
            title: 'Members',
            help: 'What they begin belongs to it, unless they say another group.',
            said: `is in ${group.name} now`,
          })
        )}
        {lists('decider', {
          title: 'Deciders',
          help: 'Proposed when a meeting on one of its ideas is to decide.',
          said: `decides in ${group.name} now`,
        })}
      </Section>
      <Section title="Readers" note="proposed in each round of feedback on its ideas">
        {rounds.map((round) =>
          lists(round, { title: roundLabels[round], said: 'is proposed in this round' }),
        )}
      </Section>
    </>
  )
}

function Ending({ group }: { group: Group }) {
  const me = useMe()
  const acts = useGroupActs()
  const [removing, setRemoving] = useState(false)
  const mayNot = whyNot('groups.close', me)
  const { id: groupId, name } = group
  const isClosed = group.closedAt !== null
  return (
    <div className="mt-9 flex flex-wrap gap-2">
      <Button
        disabledReason={mayNot}
        busy={acts.isBusy}
        onClick={() =>
          acts.close(
            { groupId, closed: !isClosed },
            isClosed ? `${name} is open again.` : `${name} takes in no idea any more.`,
          )
        }
      >
        {isClosed ? 'Open it again' : 'Close it'}
      </Button>
      <Button kind="bare" disabledReason={mayNot} onClick={() => setRemoving(true)}>
        Delete it
      </Button>
      {removing && <RemoveDialog group={group} onClose={() => setRemoving(false)} />}
    </div>
  )
}

/** Asks first, as the one act here that has no way back. */
function RemoveDialog({ group: { id: groupId, name }, onClose }: { group: Group; onClose: () => void }) {
  const remove = useMutation(
    api.groups.remove.mutationOptions({
      onSuccess() {
        go(paths.groups(), { replace: true })
        groupsChanged()
        notify(`${name} is deleted.`)
      },
    }),
  )
  return (
    <Dialog
      title={`Delete ${name}?`}
      lead="With who is in it, reads and decides. A group in which ideas or other groups stand is closed instead."
      open
      onClose={onClose}
    >
      <Refused error={remove.error} className="mb-4" />
      <div className="flex gap-2">
        <Button kind="go" busy={remove.isPending} onClick={() => remove.mutate({ groupId })}>
          Delete it
        </Button>
        <Button kind="bare" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  )
}
