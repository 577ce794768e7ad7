import { useState } from 'react'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Aims } from './Aims.tsx'
import type { Iteration } from './iterations.ts'
import { DropIteration, EndIteration } from './LeaveIteration.tsx'

interface Props {
  idea: Idea
  iterations: readonly Iteration[]
  mayNot: string | undefined
}

/** The iterations under way, each with its two ways to an end. */
export function Running({ idea, iterations, mayNot }: Props) {
  return (
    <ol aria-label="Under way">
      {iterations.map((iteration) => (
        <li key={iteration.id} className="border-t border-rule py-4">
          <OneRunning idea={idea} iteration={iteration} mayNot={mayNot} />
        </li>
      ))}
    </ol>
  )
}

function OneRunning({ idea, iteration, mayNot }: Omit<Props, 'iterations'> & { iteration: Iteration }) {
  const [open, setOpen] = useState<'end' | 'drop' | null>(null)
  const { objective, document, startedBy, startedAt } = iteration
  const of = { initiativeId: idea.id, iteration, onClose: () => setOpen(null) }
  const which = <span className="sr-only"> “{objective.slice(0, 60)}”</span>
  return (
    <>
      <p className="max-w-measure font-text text-read wrap-break-word">{objective}</p>
      <p className="mt-0.5 text-small text-ink-2">
        Started <RelativeTime at={startedAt} /> by {startedBy.name}, in{' '}
        <TextLink href={paths.draft(document)}>{document.title || 'its draft'}</TextLink>
      </p>
      <Aims iteration={iteration} />
      {!mayNot && open === null && (
        <div className="mt-1.5 -ml-3.5 flex flex-wrap">
          <Button kind="bare" onClick={() => setOpen('end')}>
            Say what was learnt{which}
          </Button>
          <Button kind="bare" onClick={() => setOpen('drop')}>
            Drop it{which}
          </Button>
        </div>
      )}
      {open === 'end' && <EndIteration {...of} />}
      {open === 'drop' && <DropIteration {...of} />}
    </>
  )
}
