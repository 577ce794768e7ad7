import { questionStateLabels } from '@foreword/core/reviews/labels'
import { withNames } from '@foreword/core/reviews/mention'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { dueWords } from '../desk/due.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths, withSearch } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Row } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

/** Threads in which somebody mentioned me, until I open them or they are resolved. */
export function useAskedOfYou(): DeskPart {
  const asked = useQuery(api.reviews.askedOfYou.queryOptions())
  const threads = asked.data ?? []
  return {
    id: 'asked-of-you',
    title: 'Asked of you',
    needs: { count: threads.length, one: 'comment', many: 'comments' },
    isPending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    rows: threads.map(({ id, text, mentioned, by, at, initiativeName, narrativeId, edition }) => (
      <Row
        key={id}
        needsYou
        detail={
          <>
            {by.name}, {initiativeName}, {edition ? `edition ${edition.number}` : 'the draft'} ·{' '}
            <RelativeTime at={at} />
          </>
        }
        aside={
          <ButtonLink
            href={withSearch(
              edition ? paths.edition({ editionId: edition.id }) : paths.draft({ narrativeId }),
              { comment: id },
            )}
          >
            Open it
          </ButtonLink>
        }
      >
        <span className="line-clamp-2 font-text text-read italic">
          {withNames(text, new Map(mentioned.map(({ id, name }) => [id, name])))}
        </span>
      </Row>
    )),
  }
}

/** Q3, F5: what a room has left me to find out. */
export function useOwedAnswers(): DeskPart {
  const owed = useQuery(api.reviews.owed.queryOptions())
  const answers = owed.data ?? []
  return {
    id: 'owed-answers',
    title: 'Answers you owe',
    needs: { count: answers.length, one: 'question', many: 'questions' },
    isPending: owed.isPending,
    error: owed.error,
    retry: () => void owed.refetch(),
    rows: answers.map(({ id, text, initiativeId, initiativeName, line, due }) => (
      <Row
        key={id}
        needsYou={dueWords(due, new Date()).isLate}
        detail={
          <>
            {initiativeName}
            {line !== null && `, line ${line}`} · {dueWords(due, new Date()).words}
          </>
        }
        aside={
          <ButtonLink href={withSearch(paths.ideaAsked({ initiativeId }), { owed: 'mine' })}>
            Answer it
          </ButtonLink>
        }
      >
        <span className="font-text text-read italic">{text}</span>
      </Row>
    )),
  }
}

/** F5, Q3: what became of my questions since their meeting, until I say whether that answers them. */
export function useAnswersGiven(): DeskPart {
  const given = useQuery(api.reviews.answersGiven.queryOptions())
  const answers = given.data ?? []
  return {
    id: 'answers-given',
    title: 'Answers to your questions',
    needs: {
      count: answers.length,
      one: 'answer to a question of yours',
      many: 'answers to questions of yours',
    },
    isPending: given.isPending,
    error: given.error,
    retry: () => void given.refetch(),
    rows: answers.map(({ id, text, initiativeId, initiativeName, state, endedAt }) => (
      <Row
        key={id}
        detail={
          <>
            {initiativeName} · {questionStateLabels[state.name].toLowerCase()} · <RelativeTime at={endedAt} />
          </>
        }
        aside={
          <ButtonLink href={withSearch(paths.ideaAsked({ initiativeId }), { asker: 'me' })}>
            Does it answer it?
          </ButtonLink>
        }
      >
        <span className="font-text text-read italic">{text}</span>
      </Row>
    )),
  }
}
