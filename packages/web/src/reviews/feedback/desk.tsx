import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { dueWords } from '../../desk/due.ts'
import type { DeskPart } from '../../desk/needs.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Row, TextLink } from '../../ui/Page.tsx'
import { PrintPack } from './PrintPack.tsx'
import { changesSince, readingPage, wantWords } from './words.ts'

/** What I am to read, and how long that takes in all. */
export function useFeedbackAsked(): DeskPart {
  const asked = useQuery(api.feedback.askedOfYou.queryOptions())
  const requests = asked.data ?? []
  const minutes = Math.ceil(requests.reduce((sum, { edition }) => sum + (edition?.readingMinutes ?? 0), 0))
  return {
    id: 'reading',
    title: 'Reading',
    actions: requests.some(({ edition }) => edition !== null) && <PrintPack />,
    note: minutes > 0 && (minutes === 1 ? 'a minute in all' : `${minutes} minutes in all`),
    needs: { count: requests.length, one: 'document to read', many: 'documents to read' },
    isPending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    rows: requests.map((request) => {
      const { id, title, by, edition, wants, due, readBefore } = request
      const { words, isLate } = dueWords(due, new Date())
      return (
        <Row
          key={id}
          needsYou={isLate}
          detail={
            <>
              {by.name} asks about {wantWords(wants)} · {edition ? `edition ${edition.number}` : 'the draft'}
              {edition && `, ${Math.ceil(edition.readingMinutes)} min`} · {words}
              {readBefore && (
                <>
                  {' · '}
                  <TextLink href={changesSince(request, readBefore.id)}>
                    what changed since edition {readBefore.number}
                  </TextLink>
                </>
              )}
            </>
          }
          aside={
            <ButtonLink href={readingPage(request)}>
              Read it<span className="sr-only">: {title}</span>
            </ButtonLink>
          }
        >
          {title}
        </Row>
      )
    }),
  }
}
