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
import { Lineage } from './Lineage.tsx'
import { StartDialog } from './StartDialog.tsx'
import { type Kind, useKinds } from './sheet/kind.ts'
import { minutes } from './sheet/minutes.ts'

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
              <EditionRow key={edition.id} edition={edition} />
            ))}
          </List>
        )}
      </Section>
      <Section title="One more document">
        <Begin idea={idea} kinds={kinds}>
          {(acts) => (
            <div className="flex flex-wrap items-center gap-2 border-t border-rule pt-4">{acts}</div>
          )}
        </Begin>
      </Section>
    </>
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

function EditionRow({ edition }: { edition: Outputs['narratives']['editions'][number] }) {
  const { extent } = edition
  const editionId = edition.id
  return (
    <Row
      href={paths.edition({ editionId })}
      detail={
        <>
          By {written(edition.authors)} · frozen <RelativeTime at={edition.frozenAt} /> by{' '}
          {edition.frozenBy.name} ·{' '}
          <span className="figures">
            {extent.pages} {extent.pages === 1 ? 'page' : 'pages'}, {minutes(extent.readingMinutes)}
          </span>{' '}
          ·{' '}
          <span
            className="figures"
            title={`PDF ${kilobytes(edition.size.pdf)}, all the rest ${kilobytes(edition.size.rest)}`}
          >
            {kilobytes(edition.size.pdf + edition.size.rest)}
            <span className="sr-only"> on disk</span>
          </span>{' '}
          · <span className="font-mono text-tiny">{edition.hash.slice(0, 12)}</span>
        </>
      }
      aside={
        <span className="flex items-center gap-4 text-small">
          {edition.number > 1 && <TextLink href={paths.changes({ editionId })}>What changed</TextLink>}
          <TextLink href={withSearch(paths.draftChanges(edition), { from: editionId })}>
            Against the draft<span className="sr-only">, edition {edition.number}</span>
          </TextLink>
          <a
            className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
            href={`/api/editions/${editionId}/pdf`}
            download
          >
            PDF<span className="sr-only"> of edition {edition.number}</span>
          </a>
        </span>
      }
    >
      Edition {edition.number}
      {edition.name && `, ${edition.name}`}
    </Row>
  )
}

const written = (authors: readonly { name: string }[]) =>
  new Intl.ListFormat('en').format(authors.map(({ name }) => name))

const kilobytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`
