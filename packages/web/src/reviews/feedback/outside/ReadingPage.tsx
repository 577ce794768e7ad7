import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { api, client, live } from '../../../api.ts'
import { useEdition } from '../../../narratives/edition/EditionFrame.tsx'
import type { SetEdition } from '../../../narratives/edition/setting.ts'
import { meQuery } from '../../../people/me.ts'
import { refusalOf } from '../../../refusal.ts'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Empty.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useLive } from '../../../useLive.ts'
import { ReadSheet } from '../../EditionPage.tsx'
import { refreshComments } from '../../useDraftComments.ts'
import { AskedBar } from '../AskedBar.tsx'
import { type Asked, requestIdOf } from '../words.ts'
import { LinkIsOver } from './LinkIsOver.tsx'
import { SayDialog } from './SayDialog.tsx'

/** F1: the one document that a reader without an account is asked about, and what they say of it. */
export function ReadingPage({ requestId: inAddress }: { requestId: string }) {
  const requestId = requestIdOf(inAddress)
  const me = useQuery(meQuery)
  const asked = useQuery(api.feedback.asked.queryOptions({ input: { requestId } }))
  const line = useLive(
    'visit',
    (options) => live.feedback.watchVisit(undefined, options),
    () => void refreshComments(),
  )
  // a line that is cut may be a link that has ended (A3): asked at once, and what is on screen leaves with the answer
  const { refetch } = asked
  const isAway = line.name === 'away' || line.name === 'refused'
  useEffect(() => {
    if (isAway) void refetch()
  }, [isAway, refetch])

  const isOver = (asked.isError && refusalOf(asked.error).kind === 'refused') || me.data === null
  if (isOver) return <LinkIsOver />
  if (asked.data && me.data) {
    const { edition } = asked.data
    return edition ? <OfEdition asked={asked.data} id={edition.id} /> : <OfDraft asked={asked.data} />
  }
  return (
    <main className="p-4 sm:p-10">
      <title>A document to read · Foreword</title>
      {asked.isError ? (
        <ErrorNote error={asked.error} retry={() => void refetch()} />
      ) : (
        <Loading what="Opening it" />
      )}
    </main>
  )
}

function OfEdition({ asked, id }: { asked: Asked; id: NonNullable<Asked['edition']>['id'] }) {
  const edition = useEdition(id)
  const comments = useQuery(api.reviews.listEditionComments.queryOptions({ input: { editionId: id } }))
  return (
    <Reading
      asked={asked}
      pages={edition.data}
      error={edition.error}
      retry={() => void edition.refetch()}
      comments={comments.data ?? []}
      post={(said, on) => client.reviews.commentOnEdition({ editionId: id, ...said, on })}
    />
  )
}

function OfDraft({ asked }: { asked: Asked }) {
  const { narrativeId } = asked
  // as it stood when they came: pages that change beneath a reader are no reading
  const pages = useQuery(
    api.narratives.pages.queryOptions({ input: { narrativeId }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const comments = useQuery(api.reviews.listComments.queryOptions({ input: { narrativeId } }))
  return (
    <Reading
      asked={asked}
      pages={pages.data && { ...pages.data, number: null }}
      error={pages.error}
      retry={() => void pages.refetch()}
      comments={comments.data ?? []}
      post={(said, on) => client.reviews.commentOnDraft({ narrativeId, ...said, on })}
    />
  )
}

type SheetProps = Parameters<typeof ReadSheet>[0]
interface Props extends Pick<SheetProps, 'comments'> {
  asked: Asked
  pages: SetEdition | undefined
  error: unknown
  retry: () => void
  post: (
    said: Parameters<SheetProps['post']>[0],
    on: Parameters<SheetProps['post']>[1] | null,
  ) => ReturnType<SheetProps['post']>
}

function Reading({ asked, pages, error, retry, comments, post }: Props) {
  const [saying, setSaying] = useState(false)
  const { title, edition, initiativeId } = asked
  return (
    <div className="min-h-dvh">
      <title>{`${title} · Foreword`}</title>
      <header className="border-b border-rule bg-paper px-4 py-3 sm:px-6 print:hidden">
        <div className="mx-auto max-w-[74rem]">
          <h1 className="font-text text-[1.0625rem] font-semibold">{title}</h1>
          <p className="text-small text-ink-2">
            {edition ? `Edition ${edition.number}` : 'The draft, as it stood when you opened it'}
            {edition && `, about ${minutes(edition.readingMinutes)} to read`}
          </p>
        </div>
      </header>
      <main>
        <Suspense>
          <AskedBar requestId={asked.id}>
            <Button onClick={() => setSaying(true)}>Comment on the whole</Button>
          </AskedBar>
        </Suspense>
        <Sheet>
          {error ? (
            <ErrorNote error={error} retry={retry} />
          ) : pages ? (
            <ReadSheet edition={pages} initiativeId={initiativeId} comments={comments} post={post} />
          ) : (
            <Loading what="Setting the pages" />
          )}
        </Sheet>
      </main>
      {saying && (
        <SayDialog
          initiativeId={initiativeId}
          say={(said) => post(said, null)}
          onClose={() => setSaying(false)}
        />
      )}
    </div>
  )
}

const Sheet = ({ children }: { children: ReactNode }) => (
  <div className="edition-desk">
    <div className="edition-facts max-lg:hidden" />
    <div className="min-w-0">{children}</div>
  </div>
)

const minutes = (number: number) => (number <= 1 ? 'a minute' : `${Math.ceil(number)} minutes`)
