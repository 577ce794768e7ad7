import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { readinessLabels } from '@foreword/core/initiatives/readiness'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../api.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Actions } from './IdeaDialogs.tsx'
import { type Idea, ideaQuery } from './idea.ts'

const tones = { missing: 'text-ink-2', weak: 'text-amber', ready: 'text-accent' } as const

/** How one answer stands: a word, why, and what would mend it. */
export function Readiness({ idea, question }: { idea: Idea; question: FiveQuestion }) {
  const { state, findings, override } = idea.readiness[question]
  const open = findings.filter(({ rule }) => !override?.rules.includes(rule))
  const [first, ...more] = open
  return (
    <div>
      <p className={`font-semibold ${tones[state]}`}>{readinessLabels[state]}</p>
      {first && <Finding reason={state === 'missing' ? '' : first.reason} remedy={first.remedy} />}
      {more.length > 0 && (
        <details className="mt-1.5">
          <summary className="text-ink-2">
            {more.length === 1 ? 'And one thing more' : `And ${more.length} things more`}
          </summary>
          {more.map((finding) => (
            <Finding key={finding.rule} {...finding} />
          ))}
        </details>
      )}
      {override && <Marked idea={idea} question={question} override={override} />}
      {state === 'weak' && <MarkReady idea={idea} question={question} />}
    </div>
  )
}

function Finding({ reason, remedy }: { reason: string; remedy: string }) {
  return (
    <p className="mt-1">
      {reason} <span className="text-ink-2">{remedy}</span>
    </p>
  )
}

function useMark(idea: Idea, onDone: () => void) {
  return useMutation(
    api.initiatives.markReady.mutationOptions({
      onSuccess({ readiness, next }) {
        queryClient.setQueryData(
          ideaQuery(idea.id).queryKey,
          (known) => known && { ...known, readiness, next },
        )
        onDone()
      },
    }),
  )
}

interface Of {
  idea: Idea
  question: FiveQuestion
}

/** The owner may stand by a thin answer; why is written down and shown to the room. */
function MarkReady({ idea, question }: Of) {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const mark = useMark(idea, close)
  const mayNot = whyNot('initiatives.markReady', useMe(), idea.right)
  if (mayNot) return null
  return (
    <>
      <Button kind="bare" className="mt-1 -ml-3.5" onClick={() => setAsking(true)}>
        It is enough as it stands
      </Button>
      {asking && (
        <Dialog
          title="Enough as it stands"
          lead="Say why in a sentence. The room will read it beside the question."
          open
          onClose={close}
        >
          <Form
            error={mark.error}
            onSubmit={(text) => mark.mutate({ initiativeId: idea.id, question, reason: text('reason') })}
            actions={<Actions act="Call it answered" busy={mark.isPending} onClose={close} />}
          >
            <TextArea label="Why" name="reason" autoFocus maxLength={500} />
          </Form>
        </Dialog>
      )}
    </>
  )
}

function Marked({
  idea,
  question,
  override,
}: Of & { override: NonNullable<Idea['readiness'][FiveQuestion]['override']> }) {
  const takeBack = useMark(idea, () => {})
  const mayNot = whyNot('initiatives.markReady', useMe(), idea.right)
  return (
    <p className="mt-1.5 text-ink-2">
      {override.by.name} called it enough <RelativeTime at={override.at} />: “{override.reason}”
      {!mayNot && (
        <Button
          kind="bare"
          className="-my-1 ml-1 px-2"
          busy={takeBack.isPending}
          onClick={() => takeBack.mutate({ initiativeId: idea.id, question, reason: null })}
        >
          Take back
        </Button>
      )}
    </p>
  )
}
