import { type Prompt, promptsToAsk } from '@foreword/core/initiatives/coherence'
import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Refused } from '../ui/Refused.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { type Idea, ideaQuery } from './idea.ts'

/** Do the answers hold together? Asked as soon as there are two to compare, and again when one of them changed. */
export function Coherence({ idea, readOnly }: { idea: Idea; readOnly: string | undefined }) {
  const asked = promptsToAsk(idea.readiness)
  if (asked.length === 0) return null
  return (
    <section aria-labelledby="together" className="py-8">
      <h2 id="together" className="font-text text-lead font-semibold">
        Do they hold together?
      </h2>
      <ul className="mt-3 max-w-measure border-b border-rule">
        {asked.map((prompt) => (
          <Asked key={prompt.id} idea={idea} prompt={prompt} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  )
}

function Asked({ idea, prompt, readOnly }: { idea: Idea; prompt: Prompt; readOnly: string | undefined }) {
  const said = idea.prompts.find((one) => one.prompt === prompt.id)
  const answer = useMutation(
    api.initiatives.answerPrompt.mutationOptions({
      onSuccess: (prompts) =>
        queryClient.setQueryData(ideaQuery(idea.id).queryKey, (known) => known && { ...known, prompts }),
    }),
  )
  const say = (verdict: 'yes' | 'not-yet') =>
    answer.mutate({ initiativeId: idea.id, prompt: prompt.id, verdict })
  const settled = said?.verdict === 'yes' && !said.stale
  return (
    <li className="border-t border-rule py-3.5">
      <p>{prompt.ask}</p>
      {!settled && <p className="mt-0.5 text-small text-ink-2">{prompt.why}</p>}
      {said && (
        <p className={`mt-1 text-small ${settled ? 'text-ink-3' : 'text-amber'}`}>
          {said.by.name}: {said.verdict === 'yes' ? 'yes' : 'not yet'}, <RelativeTime at={said.at} />
          {said.stale && '. An answer has changed since; does it still hold?'}
        </p>
      )}
      {!readOnly && !settled && (
        <div className="mt-1.5 flex gap-2">
          <Button busy={answer.isPending} onClick={() => say('yes')}>
            Yes<span className="sr-only">: {prompt.ask}</span>
          </Button>
          {(said?.verdict !== 'not-yet' || said.stale) && (
            <Button busy={answer.isPending} onClick={() => say('not-yet')}>
              Not yet<span className="sr-only">: {prompt.ask}</span>
            </Button>
          )}
        </div>
      )}
      <Refused className="mt-2" error={answer.error} />
    </li>
  )
}
