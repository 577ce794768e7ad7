import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, type Outputs, queryClient } from '../api.ts'
import { IdeaFrame } from '../initiatives/IdeaFrame.tsx'
import type { Idea } from '../initiatives/idea.ts'
import { paths, withSearch } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { go } from '../router.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Row, Section, TextLink } from '../ui/Page.tsx'
import { Refused } from '../ui/Refused.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { DuplicateMenu } from './DuplicateMenu.tsx'
import { BringAct } from './doors/BringAct.tsx'
import { useBring } from './doors/useBring.ts'
import { EditionRow } from './editions/EditionRow.tsx'
import { Restores } from './editions/Restores.tsx'
import { Lineage } from './Lineage.tsx'
import { StartDialog } from './StartDialog.tsx'
import { type Kind, useKinds } from './sheet/kind.ts'

type Iterations = Outputs['iterations']['list']['iterations']

/** What is written for an idea: its drafts, and the editions frozen of them. */
export function NarrativePage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Narrative" width="page">
      {(idea) => <Written idea={idea} />}
    </IdeaFrame>
  )
}

function Written({ idea }: { idea: Idea }) {
  const input = { initiativeId: idea.id }
  const drafts = useQuery(api.narratives.list.queryOptions({ input }))
  const editions = useQuery(api.narratives.editions.queryOptions({ input }))
  // the list stands without these, and gains them
  const citations = useQuery(api.meetings.citations.queryOptions({ input }))
  const iterations = useQuery(api.iterations.list.queryOptions({ input }))
  const iterationOf = (id: string) =>
    iterations.data?.iterations.find(({ document }) => document.narrativeId === id)
  const kinds = useKinds()
  const error = drafts.error ?? editions.error
  if (error) return <ErrorNote className="mt-6" error={error} />
  if (!drafts.data || !editions.data) return <Loading what="Looking for its documents" />
  if (drafts.data.length === 0)
    return (
      <div className="mt-6">
        <Begin idea={idea} kinds={kinds} first>
          {(acts) => (
            <Empty underRule title="Nothing is written yet." action={acts}>
              A PR/FAQ is the press release of the day it launches, and the questions that decide whether it
              should. Its template opens with your headline, and beside each part stands what it is for.
            </Empty>
          )}
        </Begin>
      </div>
    )
  return (
    <>
      <Section title={drafts.data.length === 1 ? 'The draft' : 'Drafts'}>
        <List label="Drafts">
          {drafts.data.map((draft) => (
            <Row
              key={draft.id}
              href={paths.draft({ narrativeId: draft.id })}
              detail={
                <>
                  {kinds.find(({ id }) => id === draft.kind)?.label ?? draft.kind} · begun{' '}
                  <RelativeTime at={draft.createdAt} /> by {draft.createdBy.name}
                  <Lineage of={draft.copyOf} kind={draft.kind} />
                  <Iteration of={iterationOf(draft.id)} initiativeId={idea.id} />
                </>
              }
              aside={
                <>
                  <ButtonLink
                    kind={drafts.data.length === 1 ? 'go' : 'plain'}
                    href={paths.draft({ narrativeId: draft.id })}
                  >
                    Open the draft
                  </ButtonLink>
                  <DuplicateMenu idea={idea} draft={draft} />
                </>
              }
            >
              {draft.title || 'Without a headline yet'}
            </Row>
          ))}
        </List>
      </Section>
      <Section title="Editions" note={editions.data.length > 0 ? String(editions.data.length) : undefined}>
        {editions.data.length === 0 ? (
          <Empty>
            An edition is a frozen copy: its pages, its line numbers and its hash never change, so a meeting
            can speak of “line 9” and mean the same words. Freeze one from the draft when it is ready to be
            read.
          </Empty>
        ) : (
          <List label="Editions">
            {editions.data.map((edition) => (
              <EditionRow
                key={edition.id}
                edition={edition}
                citations={citations.data?.find(({ editionId }) => editionId === edition.id)}
              />
            ))}
          </List>
        )}
      </Section>
      {drafts.data.map((draft) => (
        <Restores key={draft.id} idea={idea} draft={draft} isOnly={drafts.data.length === 1} />
      ))}
      <Section title="One more document">
        <Begin idea={idea} kinds={kinds}>
          {(acts) => (
            <div className="flex flex-wrap items-center gap-2 border-t border-rule pt-4">
              {acts}
              <ButtonLink kind="bare" href={withSearch(paths.ideaLineage(input), { start: '' })}>
                Start an iteration…
              </ButtonLink>
            </div>
          )}
        </Begin>
      </Section>
    </>
  )
}

/** N7: what a draft is for that is written in an iteration. */
function Iteration({ of, initiativeId }: { of: Iterations[number] | undefined; initiativeId: string }) {
  if (!of) return null
  return (
    <span className="block wrap-break-word">
      {of.standing.name === 'running' ? 'Iteration under way: ' : `Iteration, ${of.standing.name}: `}
      <TextLink href={paths.ideaLineage({ initiativeId })}>{of.objective}</TextLink>
    </span>
  )
}

interface BeginProps {
  idea: Idea
  kinds: readonly Kind[]
  first?: boolean
  children: (acts: ReactNode) => ReactNode
}

/** The two ways to a document: a template, or one there is already. */
function Begin({ idea, kinds, first = false, children }: BeginProps) {
  const reason = whyNot('narratives.start', useMe(), idea.right)
  const start = useMutation(
    api.narratives.start.mutationOptions({
      onSuccess({ id }) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        go(paths.draft({ narrativeId: id }))
      },
    }),
  )
  const begin = () =>
    start.mutate({
      initiativeId: idea.id,
      // a second document has a headline of its own
      ...(first ? { headline: idea.name } : {}),
    })
  const bringing = useBring(idea.id)
  const [choosing, setChoosing] = useState(false)
  return (
    <BringAct bringing={bringing}>
      {(open, said) => (
        <>
          {choosing && (
            <StartDialog
              idea={idea}
              kinds={kinds}
              headline={first ? idea.name : ''}
              onClose={() => setChoosing(false)}
            />
          )}
          <Refused className="mb-4" error={start.error ?? said} safe="Nothing was added to the idea." />
          {children(
            <>
              <Button
                kind={first ? 'go' : 'plain'}
                busy={start.isPending}
                disabledReason={reason}
                onClick={() => begin()}
              >
                {first ? 'Start a PR/FAQ from its template' : 'Start another PR/FAQ'}
              </Button>
              <Button busy={bringing.busy} disabledReason={reason} onClick={open}>
                {bringing.busy ? 'Reading it…' : 'Bring a document'}
              </Button>
              {kinds.length > 1 && (
                <Button kind="bare" disabledReason={reason} onClick={() => setChoosing(true)}>
                  Another kind…
                </Button>
              )}
            </>,
          )}
        </>
      )}
    </BringAct>
  )
}
