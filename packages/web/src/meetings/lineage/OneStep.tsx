import { outcomeLabels } from '@foreword/core/decisions/labels'
import type { ReactNode } from 'react'
import type { Idea } from '../../initiatives/idea.ts'
import { useKinds } from '../../narratives/sheet/kind.ts'
import { paths } from '../../paths.ts'
import { Aims } from '../../reviews/iterations/Aims.tsx'
import type { Iteration } from '../../reviews/iterations/iterations.ts'
import { useReopen } from '../../reviews/iterations/useReopen.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Beliefs, type Step } from './Beliefs.tsx'

interface Props {
  idea: Idea
  step: Step['step']
  beliefs: Step['beliefs']
  mayNot: string | undefined
}

/** When, what, and what it changed in belief. */
export function OneStep({ idea, step, beliefs, mayNot }: Props) {
  return (
    <li className="grid gap-x-5 border-t border-rule py-3 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
      <span className="text-small text-ink-3 sm:pt-px">
        <RelativeTime at={step.at} />
      </span>
      <div className="min-w-0 wrap-break-word">
        <What step={step} />
        {step.what === 'left' && step.iteration.standing.name === 'ended' && beliefs.length === 0 && (
          <p className="mt-1 text-small text-ink-2">It changed nothing in what is assumed.</p>
        )}
        <Beliefs
          idea={idea}
          beliefs={beliefs}
          said={
            step.what === 'left' && step.iteration.standing.name === 'ended'
              ? step.iteration.standing.learnt
              : ''
          }
          title={step.what === 'left' || step.what === 'started' ? 'Changed in belief' : 'Found out then'}
        />
        {step.what === 'left' && !mayNot && <TakeUp idea={idea} iteration={step.iteration} />}
      </div>
    </li>
  )
}

function What({ step }: Pick<Props, 'step'>) {
  const kinds = useKinds()
  switch (step.what) {
    case 'document': {
      const kind = kinds.find(({ id }) => id === step.kind)?.label ?? step.kind
      return (
        <p>
          {step.by.name} began a document, {kind}: <Draft of={step} />
        </p>
      )
    }
    case 'started': {
      const { startedBy, objective, document } = step.iteration
      return (
        <>
          <p>
            {startedBy.name} started an iteration, in <Draft of={document} />
          </p>
          <Said>{objective}</Said>
          <Aims iteration={step.iteration} />
        </>
      )
    }
    case 'left': {
      const { objective, standing } = step.iteration
      if (standing.name === 'running') return null
      const words = standing.name === 'ended' ? standing.learnt : standing.because
      return (
        <>
          <p>
            {standing.by.name} {standing.name} the iteration: {objective}
          </p>
          <Said>
            {standing.name === 'ended' && 'Learnt: '}“{words}”
          </Said>
        </>
      )
    }
    case 'edition':
      return (
        <p>
          {step.by.name} froze{' '}
          <TextLink href={paths.edition({ editionId: step.id })}>edition {step.number}</TextLink>
          {step.name !== null && ` “${step.name}”`}
          {step.title !== '' && ` of ${step.title}`}
        </p>
      )
    case 'meeting':
      return (
        <p>
          <TextLink href={paths.meeting({ meetingId: step.id })}>
            A meeting {step.purpose === 'decide' ? 'to decide' : 'to improve the document'}
          </TextLink>{' '}
          {step.isOver ? 'was held' : 'is under way'} on edition {step.edition}
        </p>
      )
    case 'decision':
      return (
        <>
          <p>
            {step.decider && `${step.decider.name}: `}
            <TextLink href={paths.decision({ decisionId: step.id })}>
              decision {step.number}, {outcomeLabels[step.outcome].toLowerCase()}
            </TextLink>
            {step.isSuperseded && <span className="text-ink-2"> (superseded)</span>}
          </p>
          <Said>“{step.because}”</Said>
        </>
      )
  }
}

const Said = ({ children }: { children: ReactNode }) => (
  <p className="mt-0.5 max-w-measure font-text text-read text-ink-2">{children}</p>
)

const Draft = ({ of }: { of: { narrativeId: string; title: string } }) => (
  <TextLink href={paths.draft(of)}>{of.title || 'without a headline yet'}</TextLink>
)

function TakeUp({ idea, iteration }: { idea: Idea; iteration: Iteration }) {
  const reopen = useReopen()
  return (
    <Button
      kind="bare"
      className="-ml-3.5"
      busy={reopen.isPending}
      onClick={() => reopen.mutate({ initiativeId: idea.id, iterationId: iteration.id })}
    >
      Take it up again<span className="sr-only"> “{iteration.objective.slice(0, 60)}”</span>
    </Button>
  )
}
