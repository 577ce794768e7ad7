import { type FiveQuestion, questionIds } from '@foreword/core/initiatives/questions'
import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../api.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { Row } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

type Listed = Outputs['initiatives']['list']['initiatives'][number]

const MOST = 5

const useMine = () =>
  useQuery(api.initiatives.list.queryOptions({ input: { mine: true, open: true, most: 50 } }))

/** Ideas I own that were parked and came back by themselves (D4), until I move them on. */
export function useCameBack(): DeskPart {
  const me = useMe()
  const ideas = useMine()
  const back = (ideas.data?.initiatives ?? []).filter(
    ({ owner, cameBackAt }) => owner.id === me.person.id && cameBackAt !== null,
  )
  return {
    id: 'came-back',
    title: 'Back from where you parked them',
    isPending: ideas.isPending,
    error: ideas.error,
    retry: () => void ideas.refetch(),
    needs: { count: back.length, one: 'idea that came back', many: 'ideas that came back' },
    rows: back.map((idea) => (
      <Row
        key={idea.id}
        href={paths.idea({ initiativeId: idea.id })}
        detail="What it waited for has come. Take it up, or decide anew."
        aside={
          <span className="text-small">
            <RelativeTime at={idea.cameBackAt ?? idea.updatedAt} />
          </span>
        }
      >
        {idea.name}
      </Row>
    )),
  }
}

/** Ideas I own that wait for an answer of mine: drafts do not begin before there is something to say. */
export function useUnanswered(): DeskPart {
  const me = useMe()
  const ideas = useMine()
  const waiting = (ideas.data?.initiatives ?? []).filter(
    ({ owner, stage, readiness }) =>
      owner.id === me.person.id &&
      (stage === 'idea' || stage === 'questions') &&
      questionIds.some((id) => readiness[id] !== 'ready'),
  )
  return {
    id: 'unanswered',
    title: 'Ideas of yours to think through',
    note: waiting.length > MOST ? `${MOST} of ${waiting.length}` : undefined,
    isPending: ideas.isPending,
    error: ideas.error,
    retry: () => void ideas.refetch(),
    rows: waiting.slice(0, MOST).map((idea) => (
      <Row
        key={idea.id}
        href={paths.idea({ initiativeId: idea.id })}
        detail={stuckOn(idea)}
        aside={
          <span className="text-small">
            <RelativeTime at={idea.updatedAt} />
          </span>
        }
      >
        {idea.name}
      </Row>
    )),
  }
}

const titles: Record<FiveQuestion, string> = {
  customer: 'the customer',
  problem: 'the problem',
  benefit: 'the benefit',
  evidence: 'the evidence',
  experience: 'the experience',
}

/** “Not answered: the problem, the benefit. Thin: the customer.” */
function stuckOn({ readiness }: Listed): string {
  const list = (state: 'missing' | 'weak') =>
    questionIds.filter((id) => readiness[id] === state).map((id) => titles[id])
  const [missing, weak] = [list('missing'), list('weak')]
  if (missing.length === questionIds.length) return 'None of the five questions is answered yet.'
  return [
    missing.length > 0 && `Not answered: ${missing.join(', ')}.`,
    weak.length > 0 && `Thin: ${weak.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
