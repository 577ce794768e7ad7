import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { api, client, queryClient } from '../../api.ts'
import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { type Asked, changesSince, requestIdOf, untilWords, wantWords } from './words.ts'

const MINUTE_MS = 60_000

interface Props {
  requestId: string
  /** What else can be done. Who has this has no desk to go to when they have read it. */
  children?: ReactNode
}

/** Above the document: what is asked of the reader, until when, and *I have read it*. */
export function AskedBar({ requestId: inAddress, children }: Props) {
  const requestId = requestIdOf(inAddress)
  const asked = useQuery(api.feedback.asked.queryOptions({ input: { requestId } }))
  const say = useMutation(
    api.feedback.sayRead.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.feedback.key() }),
      onError: () => notifyProblem('That did not reach the server. Your comments are safe; say it again.'),
    }),
  )
  useMinutes(asked.data)
  if (asked.isError)
    return <ErrorNote className="m-4" error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return null
  const { by, wants, due, note, readAt, readBefore } = asked.data
  const read = (read: boolean) => say.mutate({ requestId, read })
  return (
    <section
      aria-label="What is asked of you"
      className="border-b border-rule bg-panel px-4 py-3 sm:px-6 print:hidden"
    >
      <div className="mx-auto flex max-w-[74rem] flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p>
            {by.name} asks what you think of its {wantWords(wants)}.{' '}
            <span className="text-ink-2">Until {untilWords(due)}.</span>
          </p>
          {note !== '' && <p className="mt-0.5 font-text text-read text-ink-2">“{note}”</p>}
          <p className="mt-0.5 text-small text-ink-2">
            Select words to comment on them. {by.name} sees that you read it, and for how many minutes.
            {readBefore && !children && (
              <>
                {' '}
                <TextLink href={changesSince(asked.data, readBefore.id)}>
                  What changed since edition {readBefore.number}, which you read
                </TextLink>
              </>
            )}
          </p>
        </div>
        {children}
        {readAt === null ? (
          <Button
            kind="go"
            busy={say.isPending}
            onClick={() =>
              say.mutate(
                { requestId, read: true },
                {
                  onSuccess() {
                    notifyUndo(`${by.name} is told that you have read it.`, () => read(false))
                    if (!children) go(paths.desk())
                  },
                },
              )
            }
          >
            I have read it
          </Button>
        ) : (
          <Button busy={say.isPending} onClick={() => read(false)}>
            Not read after all
          </Button>
        )}
      </div>
    </section>
  )
}

/** Counts while the document is in front of somebody, and says nothing of a page that is hidden. */
function useMinutes(asked: Asked | undefined) {
  const id = asked?.id
  const pages = asked?.edition?.pages
  const isRead = asked?.readAt !== null
  useEffect(() => {
    if (id === undefined || isRead) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      // a minute that is lost with the connection is not made up for: it is a measure, no account
      void client.feedback.noteMinute({ requestId: id, page: pageInView(pages) }).catch(() => {})
    }, MINUTE_MS)
    return () => clearInterval(timer)
  }, [id, pages, isRead])
}

function pageInView(pages: number | undefined): number | null {
  if (pages === undefined) return null
  const { scrollHeight } = document.documentElement
  return Math.max(
    1,
    Math.min(pages, Math.round((pages * (window.scrollY + window.innerHeight)) / scrollHeight)),
  )
}
