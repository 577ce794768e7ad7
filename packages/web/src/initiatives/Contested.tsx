import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { plainWords } from '@foreword/core/initiatives/rich'
import { Button } from '../ui/Button.tsx'
import type { Answering } from './answering.ts'

/** When words could not be kept by themselves: what happened, both sides, and the choice. Nothing is lost meanwhile. */
export function Contested({
  question,
  answering,
}: {
  question: FiveQuestion
  answering: Answering<FiveQuestion>
}) {
  const { state, contested, saver } = answering
  if (state.name === 'refused') {
    return (
      <div role="alert" className="rounded border border-red/25 bg-red-wash px-3.5 py-2.5">
        <p className="font-medium text-red">{state.message}</p>
        <p className="mt-0.5 text-small text-ink-2">
          What you typed is still in the fields and kept in this browser.
        </p>
        <div className="mt-2 flex gap-2">
          <Button onClick={saver.again}>Try again</Button>
          <Button kind="bare" onClick={saver.discard}>
            Give up these words
          </Button>
        </div>
      </div>
    )
  }
  if (!contested) return null
  const fields = Object.keys(contested.mine).filter((field) => field !== 'removed')
  return (
    <div role="alert" className="rounded bg-amber-wash px-3.5 py-2.5">
      <p className="font-medium text-amber">Somebody rewrote the same words while you did.</p>
      {fields.map((field) => {
        const [mine, theirs] = [contested.mine, contested.theirs].map((side) => said(side, field))
        return (
          <dl
            key={`${question} ${field}`}
            className="mt-2 grid gap-x-4 gap-y-1 text-small sm:grid-cols-[5rem_1fr]"
          >
            <dt className="text-ink-2">Theirs</dt>
            <dd className="font-text text-read wrap-break-word">{theirs}</dd>
            <dt className="text-ink-2">Yours</dt>
            <dd className="font-text text-read wrap-break-word">{mine}</dd>
          </dl>
        )
      })}
      <div className="mt-2.5 flex gap-2">
        <Button onClick={saver.keepMine}>Keep mine</Button>
        <Button onClick={saver.takeTheirs}>Take theirs</Button>
      </div>
    </div>
  )
}

/** A field of an answer as words: text as it is, a list one after the other. */
function said(side: object, field: string): string {
  const value: unknown = new Map<string, unknown>(Object.entries(side)).get(field)
  if (typeof value === 'string') return plainWords(value) || 'nothing'
  if (!Array.isArray(value)) return 'nothing'
  const parts = value.map((one: unknown) =>
    typeof one === 'string'
      ? one
      : Object.entries(one ?? {})
          .flatMap(([key, text]) => (key === 'id' ? [] : [String(text)]))
          .filter(Boolean)
          .join(', '),
  )
  return parts.join('; ') || 'nothing'
}
