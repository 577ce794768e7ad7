import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { dueWords } from '../../desk/due.ts'
import type { DeskPart } from '../../desk/needs.ts'
import { paths } from '../../paths.ts'
import { Row } from '../../ui/Page.tsx'
import { AnswerPrediction } from './AnswerPrediction.tsx'

/** D3, Q3: what I predicted before a decision, now that its day has come. */
export function useDuePredictions(): DeskPart {
  const due = useQuery(api.predictions.due.queryOptions())
  const predictions = due.data ?? []
  return {
    id: 'predictions',
    title: 'Did it come true?',
    note: predictions.length > 0 && 'what you predicted; only you see this',
    needs: { count: predictions.length, one: 'prediction', many: 'predictions' },
    isPending: due.isPending,
    error: due.error,
    retry: () => void due.refetch(),
    rows: predictions.map((prediction) => {
      const { meetingId, initiativeName, percent, metric, day } = prediction
      return (
        <Row
          key={meetingId}
          href={paths.predictions()}
          detail={`You said ${percent} percent · ${initiativeName} · ${dueWords(day, new Date()).words}`}
          aside={<AnswerPrediction prediction={prediction} />}
        >
          {metric}
        </Row>
      )
    }),
  }
}
