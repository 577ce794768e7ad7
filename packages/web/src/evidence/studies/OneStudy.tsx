import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Beliefs } from './Beliefs.tsx'
import { Interviews } from './Interviews.tsx'
import { Progress } from './Progress.tsx'
import { StudyForm } from './StudyForm.tsx'
import { type Kinds, type OfStudy, ofStudy, studiesChanged } from './studies.ts'
import { TakeIn } from './TakeIn.tsx'

interface Props extends OfStudy {
  kinds: Kinds
  /** The latest lies open; an earlier one opens with a click. */
  begin: 'open' | 'shut'
}

export function OneStudy({ kinds, begin, ...of }: Props) {
  const { study } = of
  const [isOpen, setOpen] = useState(begin === 'open' || window.location.hash === `#${study.id}`)
  return (
    <section
      id={study.id}
      aria-labelledby={`of-${study.id}`}
      className="scroll-mt-6 not-first:mt-10 not-first:border-t not-first:border-rule not-first:pt-6"
    >
      <h2 id={`of-${study.id}`} className="max-w-measure font-text text-title font-semibold wrap-break-word">
        {study.question}
      </h2>
      {isOpen ? (
        <Whole kinds={kinds} {...of} />
      ) : (
        <Button kind="bare" className="mt-1 -ml-3.5" onClick={() => setOpen(true)}>
          Show this study<span className="sr-only"> “{study.question.slice(0, 60)}”</span>
        </Button>
      )}
    </section>
  )
}

function Whole({ kinds, ...of }: OfStudy & { kinds: Kinds }) {
  const { study, mayNot } = of
  const [isPlanning, setPlanning] = useState(false)
  return (
    <div className="mt-3 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div className="min-w-0">
        <Progress kinds={kinds} {...of} />
        {isPlanning ? (
          <div className="mt-5">
            <StudyForm {...of} onClose={() => setPlanning(false)} />
          </div>
        ) : (
          !mayNot && <Acts {...of} onChange={() => setPlanning(true)} />
        )}
        <Interviews {...of} />
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        <Beliefs {...of} />
        {study.script !== '' && <Script script={study.script} />}
        {!mayNot && <TakeIn {...of} />}
      </div>
    </div>
  )
}

function Acts({ onChange, ...of }: OfStudy & { onChange: () => void }) {
  const { idea, study } = of
  const drop = useMutation(
    api.evidence.dropStudy.mutationOptions({ onSuccess: () => studiesChanged(idea.id) }),
  )
  const putBack = () =>
    drop.mutate(
      { ...ofStudy(of), dropped: false },
      { onError: () => notifyProblem('It was not put back. Try again when the server answers.') },
    )
  return (
    <>
      <div className="mt-2 -ml-3.5 flex flex-wrap">
        <Button kind="bare" onClick={onChange}>
          Change the plan
        </Button>
        {study.held.length === 0 && (
          <Button
            kind="bare"
            busy={drop.isPending}
            onClick={() =>
              drop.mutate(
                { ...ofStudy(of), dropped: true },
                { onSuccess: () => notifyUndo('The study is removed.', putBack) },
              )
            }
          >
            Remove the study
          </Button>
        )}
      </div>
      {drop.isError && <ErrorNote className="mt-2" error={drop.error} />}
    </>
  )
}

function Script({ script }: { script: string }) {
  return (
    <details>
      <summary className="w-fit rounded-small font-text text-lead font-semibold">The script</summary>
      <p className="mt-2 font-text text-read whitespace-pre-line wrap-break-word">{script}</p>
    </details>
  )
}
