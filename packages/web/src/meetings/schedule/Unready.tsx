import { defaultQuestions } from '@foreword/core/initiatives/questions'
import { readinessLabels } from '@foreword/core/initiatives/readiness'
import type { AssistantProposal } from '@foreword/core/meetings/assistants-contract'
import type { Proposal } from '@foreword/core/meetings/contract'
import type { Purpose } from '@foreword/core/meetings/plan'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'

interface Props {
  /** To an assistant it is not said why. */
  unready: Proposal['unready'] | AssistantProposal['unready']
  policy: Proposal['unreadyQuestions']
  purpose: Purpose
  /** The idea, for whoever may read it. */
  initiativeId?: string
}

/** W4: what work is missing, named; a signal, and only for a decision more than that. */
export function Unready({ unready, policy, purpose, initiativeId }: Props) {
  if (unready.length === 0) return <p className="text-ink-2">All five questions are answered.</p>
  return (
    <>
      <ul className="border-b border-rule">
        {unready.map(({ question, state, ...more }) => (
          <li key={question} className="flex flex-wrap gap-x-3 border-t border-rule py-2.5">
            <span className="w-24">{defaultQuestions.find(({ id }) => id === question)?.title}</span>
            <span className="w-28 text-amber">{readinessLabels[state]}</span>
            <span className="min-w-0 flex-1 basis-52 text-ink-2">{'why' in more && more.why}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-ink-2">
        {purpose === 'improve'
          ? 'That is no obstacle to a meeting that improves the document: the room will see it too. '
          : policy === 'block'
            ? 'This company decides only when all five are answered. '
            : 'The room will see this, and why a decision is due all the same. '}
        {initiativeId !== undefined && <TextLink href={paths.idea({ initiativeId })}>Answer them</TextLink>}
      </p>
    </>
  )
}
