import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'
import type { Assumption } from './assumptions.ts'
import type { Of } from './SetState.tsx'

/** W8: the passages, editions and decisions that rest on it though it fell. Asked only once something is known of it. */
export function Resting({ of, history }: { of: Of; history: Assumption['history'] }) {
  const enabled = history.length > 1
  const { initiativeId, assumptionId } = of
  const drafts = useQuery({
    ...api.narratives.openAssumptions.queryOptions({ input: { initiativeId } }),
    enabled,
  })
  const frozen = useQuery({ ...api.decisions.restingOn.queryOptions({ input: { initiativeId } }), enabled })
  if (!enabled) return null
  const passages = (drafts.data ?? []).flatMap(({ narrativeId, title, stale }) =>
    stale
      .filter((each) => each.assumptionId === assumptionId)
      .map(({ passageId, quote }) => ({
        key: passageId,
        href: paths.draft({ narrativeId }),
        words: `“${quote}”`,
        where: `a passage of the draft ${title}`,
      })),
  )
  const resting = frozen.data?.find((each) => each.assumptionId === assumptionId)
  const editions = (resting?.editions ?? []).map(({ id, number, title }) => ({
    key: id,
    href: paths.edition({ editionId: id }),
    words: `Edition ${number}`,
    where: title,
  }))
  const decisions = (resting?.decisions ?? []).map(({ id, number }) => ({
    key: id,
    href: paths.decision({ decisionId: id }),
    words: `Decision ${number}`,
    where: 'taken on such an edition',
  }))
  const all = [...passages, ...editions, ...decisions]
  if (all.length === 0) return null
  return (
    <div className="mt-2 max-w-measure text-small">
      <h3 className="font-medium text-amber">Rests on what fell</h3>
      <ul aria-label="Rests on what fell">
        {all.map(({ key, href, words, where }) => (
          <li key={key} className="border-b border-rule py-1.5 wrap-break-word">
            <TextLink href={href}>{words}</TextLink>
            <span className="text-ink-3"> · {where}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
