import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { dueWords } from '../desk/due.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Row } from '../ui/Page.tsx'

/** Q3, F5: what a room has left me to find out. The answer is written where it was asked: in the document. */
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
        aside={<ButtonLink href={paths.narrative({ initiativeId })}>To the document</ButtonLink>}
      >
        <span className="font-text text-read italic">{text}</span>
      </Row>
    )),
  }
}
