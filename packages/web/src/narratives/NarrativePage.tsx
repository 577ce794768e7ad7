import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../api.ts'
import { IdeaFrame } from '../initiatives/IdeaFrame.tsx'
import type { Idea } from '../initiatives/idea.ts'
import { paths } from '../paths.ts'
import { useMe, whyNot } from '../people/me.ts'
import { go } from '../router.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Row, Section, TextLink } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { FilePicker } from './doors/FilePicker.tsx'
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
  const me = useMe()
  const input = { initiativeId: idea.id }
  const drafts = useQuery(api.narratives.list.queryOptions({ input }))
  const editions = useQuery(api.narratives.editions.queryOptions({ input }))
  const start = useMutation(
    api.narratives.start.mutationOptions({
      onSuccess({ id }) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        go(paths.draft({ narrativeId: id }))
      },
    }),
  )
  const bring = useMutation(
    api.narratives.importInto.mutationOptions({
      onSuccess({ id }) {
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        go(paths.draft({ narrativeId: id }))
      },
    }),
  )
  const error = drafts.error ?? editions.error
  if (error) return <ErrorNote className="mt-6" error={error} />
  if (!drafts.data || !editions.data) return <Loading what="Looking for its documents" />

  const reason = whyNot('narratives.start', me, idea.right)
  const begin = (
    <>
      <Button
        kind={drafts.data.length === 0 ? 'go' : 'plain'}
        busy={start.isPending}
        disabledReason={reason}
        onClick={() => start.mutate({ ...input, kind: 'pr-faq' })}
      >
        {drafts.data.length === 0 ? 'Start the PR/FAQ' : 'Start another PR/FAQ'}
      </Button>
      <FilePicker
        act="Bring a document"
        busy={bring.isPending}
        disabledReason={reason}
        onFile={(file) => bring.mutate({ ...input, file })}
      />
    </>
  )
  const failed = start.error ?? bring.error
  return (
    <>
      {failed && <ErrorNote className="mt-6" error={failed} safe="Nothing was added to the idea." />}
      {drafts.data.length === 0 ? (
        <div className="mt-6">
          <Empty title="Nothing is written yet" action={begin}>
            A PR/FAQ is the press release of the day it launches, and the questions that decide whether it
            should. It opens with its parts and what each is for; you begin with the headline.
          </Empty>
        </div>
      ) : (
        <>
          <Section title="Drafts">
            <List label="Drafts">
              {drafts.data.map((draft) => (
                <Row
                  key={draft.id}
                  href={paths.draft({ narrativeId: draft.id })}
                  detail={
                    <>
                      {kindLabel(draft.kind)} · begun <RelativeTime at={draft.createdAt} /> by{' '}
                      {draft.createdBy.name}
                      {draft.duplicatedFrom === 'guide' && ' · a copy of the guide'}
                    </>
                  }
                  aside={<ButtonLink href={paths.draft({ narrativeId: draft.id })}>Write</ButtonLink>}
                >
                  {draft.title || 'Without a headline yet'}
                </Row>
              ))}
            </List>
            <div className="mt-4 flex flex-wrap gap-2">{begin}</div>
          </Section>
          <Section
            title="Editions"
            note={editions.data.length > 0 ? String(editions.data.length) : undefined}
          >
            {editions.data.length === 0 ? (
              <Empty>
                An edition is a frozen copy: its pages, its line numbers and its hash never change, so a
                meeting can speak of “line 9” and mean the same words. Freeze one from the draft when it is
                ready to be read.
              </Empty>
            ) : (
              <List label="Editions">
                {editions.data.map((edition) => (
                  <EditionRow key={edition.id} edition={edition} />
                ))}
              </List>
            )}
          </Section>
        </>
      )}
    </>
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
          Frozen <RelativeTime at={edition.frozenAt} /> by {edition.frozenBy.name} ·{' '}
          <span className="figures">
            {extent.pages} {extent.pages === 1 ? 'page' : 'pages'}, {minutes(extent.readingMinutes)}
          </span>{' '}
          · <span className="font-mono text-tiny">{edition.hash.slice(0, 12)}</span>
        </>
      }
      aside={edition.number > 1 && <TextLink href={paths.changes({ editionId })}>What changed</TextLink>}
    >
      Edition {edition.number}
      {edition.name && `, ${edition.name}`}
    </Row>
  )
}

const kinds: Record<string, string> = { 'pr-faq': 'PR/FAQ', 'press-release': 'Press release', faq: 'FAQ' }
const kindLabel = (kind: string) => kinds[kind] ?? kind
