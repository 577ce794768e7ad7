import { type Stage, stageLabels, stages } from '@foreword/core/initiatives/stages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, type Outputs } from '../api.ts'
import { paths, withSearch } from '../paths.ts'
import { GroupSelect } from '../people/groups/GroupSelect.tsx'
import { useMe } from '../people/me.ts'
import { go, useSearch } from '../router.tsx'
import { useCommands } from '../shell/commands.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field, Select } from '../ui/Field.tsx'
import { List, Page, Row, TextLink } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { BeginIdea } from './BeginIdea.tsx'
import { stageWords } from './words.ts'

type Listed = Outputs['initiatives']['list']['initiatives'][number]

/** `show` in the address: what is open (nothing said), mine, all, or one stage. */
function filterOf(show: string | null) {
  const stage = stages.find((one) => one === show)
  return { stage, mine: show === 'mine', open: show === null || show === 'mine' }
}

export function IdeasPage() {
  const search = useSearch()
  const show = search.get('show')
  const group = search.get('group')
  const me = useMe()
  const many = me.groups.length > 1
  const [text, setText] = useState('')
  const [beginning, setBeginning] = useState(false)
  const asked = useDeferredValue(text.trim().slice(0, 200))
  const ideas = useQuery(
    api.initiatives.list.queryOptions({
      input: {
        ...filterOf(show),
        ...(group !== null && { group: groupIdOf(group) }),
        text: asked,
        most: 200,
      },
      placeholderData: keepPreviousData,
    }),
  )
  useCommands([
    {
      id: 'ideas.begin',
      title: 'Begin an idea',
      group: 'This page',
      keys: 'n',
      run: () => setBeginning(true),
    },
  ])

  const list = ideas.data?.initiatives ?? []
  const filtered = asked !== '' || show !== null || group !== null
  const first = ideas.data !== undefined && list.length === 0 && !filtered
  return (
    <Page
      title="Ideas"
      lead="Each begins with a headline, answers five questions, and earns its way to a meeting. Most are set aside, and that is the point."
      actions={
        first ? undefined : (
          <Button kind="go" shortcut="N" onClick={() => setBeginning(true)}>
            Begin an idea
          </Button>
        )
      }
    >
      {!first && (
        <search
          className={`mt-6 grid gap-3 ${many ? 'sm:grid-cols-[1fr_11rem_11rem]' : 'sm:grid-cols-[1fr_13rem]'}`}
        >
          <Field
            label="Find"
            hideLabel
            type="search"
            value={text}
            placeholder="Find by headline, customer or benefit"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {many && (
            <GroupSelect label="Group" hideLabel value={group ?? ''} onChange={(next) => goTo(show, next)}>
              <option value="">All groups</option>
              {group !== null && !me.groups.some(({ id }) => id === group) && (
                <option value={group}>A group that is closed</option>
              )}
            </GroupSelect>
          )}
          <ShowSelect show={show} group={group} />
        </search>
      )}
      {asked !== '' && (
        <p className="mt-3 text-small text-ink-2">
          <TextLink href={withSearch(paths.search(), { for: asked })}>
            Search documents for “{asked}”
          </TextLink>
        </p>
      )}
      {ideas.isPending && <Loading />}
      {ideas.isError && <ErrorNote className="mt-6" error={ideas.error} retry={() => void ideas.refetch()} />}
      {first && <FirstIdea />}
      {ideas.data && list.length === 0 && filtered && (
        <p className="mt-6 text-ink-2" role="status">
          No idea you may read fits. Try fewer words, or show all.
        </p>
      )}
      {list.length > 0 && (
        <div className="mt-5">
          <List label="Ideas">
            {list.map((idea) => (
              <IdeaRow key={idea.id} idea={idea} group={many ? idea.group.name : ''} />
            ))}
          </List>
          {ideas.data?.more && (
            <p className="mt-4 text-small text-ink-3">There are more: find the one you want by its words.</p>
          )}
        </div>
      )}
      {beginning && (
        <Dialog title="Begin an idea" open onClose={() => setBeginning(false)}>
          <BeginIdea autoFocus />
        </Dialog>
      )}
    </Page>
  )
}

/** Out of an address: what is no id the server refuses, and says so. */
const groupIdOf = (id: string) => id as Listed['group']['id']

const goTo = (show: string | null, group: string | null) =>
  go(withSearch(paths.ideas(), { show: show ?? undefined, group: group ?? undefined }), { replace: true })

function ShowSelect({ show, group }: { show: string | null; group: string | null }) {
  return (
    <Select
      label="Show"
      hideLabel
      value={show ?? ''}
      onChange={(event) => goTo(event.currentTarget.value || null, group)}
    >
      <option value="">Open ones</option>
      <option value="mine">Open ones of mine</option>
      <option value="all">All, put away too</option>
      <optgroup label="In one stage">
        {stages.map((stage: Stage) => (
          <option key={stage} value={stage}>
            {stageLabels[stage]}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}

function IdeaRow({ idea, group }: { idea: Listed; group: string }) {
  return (
    <Row
      href={paths.idea({ initiativeId: idea.id })}
      detail={
        <>
          {idea.benefit !== '' && (
            <span className="block font-text text-read text-ink-2">{idea.benefit}</span>
          )}
          {[stageWords(idea), idea.owner.name, group, idea.customer].filter(Boolean).join(' · ')}
        </>
      }
      aside={
        <span className="text-small">
          <RelativeTime at={idea.updatedAt} />
        </span>
      }
    >
      <span className="font-text text-lead font-semibold">{idea.name}</span>
    </Row>
  )
}

/** Nothing here yet: what an idea is, and the box to begin one in. */
function FirstIdea() {
  return (
    <div className="mt-8">
      <Empty title="It starts at the end.">
        Write the headline a customer will read on the day it launches, before there is anything to launch.
        Five questions then show whether it deserves to be written in full; most ideas do not, and cost only
        an afternoon.
      </Empty>
      <div className="max-w-measure">
        <BeginIdea />
      </div>
    </div>
  )
}
