import { assumptionStateLabels } from '@foreword/core/evidence/assumptions'
import type { Outputs } from '../../api.ts'
import { stateInk } from '../../evidence/assumptions/words.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'

export type Step = Outputs['meetings']['lineage']['steps'][number]
type Belief = Step['beliefs'][number]

interface Props {
  idea: Idea
  beliefs: readonly Belief[]
  title: string
  /** A reason that stands above already. */
  said?: string
}

/** What was found out of assumptions, and why. */
export function Beliefs({ idea, beliefs, title, said = '' }: Props) {
  if (beliefs.length === 0) return null
  return (
    <div className="mt-1.5 border-l-2 border-rule-2 pl-3 text-small">
      <p className="text-ink-2">{title}</p>
      <ul aria-label={title}>
        {beliefs.map(({ changeId, assumptionId, state, was, statement, because, by }) => (
          <li key={changeId} className="mt-1 wrap-break-word">
            <b className={`font-medium ${stateInk[state]}`}>{assumptionStateLabels[state]}</b>:{' '}
            {state === 'changed' && <>“{was}” became </>}
            <TextLink href={`${paths.ideaAssumptions({ initiativeId: idea.id })}#${assumptionId}`}>
              {statement}
            </TextLink>
            <span className="block text-ink-2">
              {because !== said && <span className="font-text">“{because}” </span>}
              {by.name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
