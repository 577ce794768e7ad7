import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useMe } from '../../people/me.ts'
import { Section } from '../../ui/Page.tsx'
import { lineWords } from '../discussion/queue.ts'
import { lasting } from '../pace/words.ts'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { counted, names } from '../words.ts'

/** What the room did with its time, page by page: to plan the next meeting by, and to measure nobody. */
export function Afterwards({ phase }: { phase: PhaseOf<'closed'> }) {
  const { meetingId } = useRoomNow().room
  const { functionalAreas } = useMe().workspace.settings
  const { data } = useQuery({
    ...api.meetings.afterwards.queryOptions({ input: { meetingId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data || data.pages.length === 0) return null
  const { pages, areas, longest } = data
  const total = pages.reduce((sum, { seconds }) => sum + seconds, 0)
  const most = Math.max(...pages.map(({ questions }) => questions))
  const question = longest && phase.questions.find(({ id }) => id === longest.questionId)
  const labelOf = (area: string | null) =>
    area === null
      ? 'people with no area'
      : (functionalAreas.find(({ id }) => id === area)?.label ?? 'an area that is gone')
  return (
    <Section title="Where the questions were" note="to plan the next meeting by">
      <p className="font-text text-read text-ink-2">
        {counted(phase.questions.length, 'question')}
        {total > 0 && ` in ${lasting(total)}`}
        {areas.length > 0 &&
          `, from ${names(areas.map(({ area, questions }) => `${labelOf(area)} (${questions})`))}`}
        .
        {longest && question && (
          <>
            {' '}
            The longest took {lasting(longest.seconds)}
            {question.anchor ? `, on line ${lineWords(question)}` : ', about the whole document'}.
          </>
        )}
      </p>
      <ul className="mt-3 max-w-measure text-small">
        {pages.map(({ page, questions, seconds }) => (
          <li
            key={page ?? 'all'}
            className="grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-center gap-3 py-1"
          >
            <span className="text-ink-3 figures">{page === null ? 'Whole' : `Page ${page}`}</span>
            <span
              aria-hidden="true"
              className="h-1 rounded-full bg-accent/50"
              style={{ width: `${(questions / most) * 100}%` }}
            />
            <span className="text-ink-2 figures">
              {counted(questions, 'question')}
              {seconds > 0 && ` · ${lasting(seconds)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
