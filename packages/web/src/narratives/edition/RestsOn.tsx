import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/Page.tsx'

interface Props {
  edition: Pick<Outputs['narratives']['edition'], 'id'>
  initiativeId: string
  className?: string
}

/** W8: what an edition, and a decision taken on it, rests on that fell since it was frozen; nothing while it holds. */
export function RestsOn({ edition, initiativeId, className = '' }: Props) {
  const found = useQuery(api.narratives.restsOn.queryOptions({ input: { editionId: edition.id } }))
  if (!found.data || found.data.length === 0) return null
  return (
    <ul aria-label="Rests on what fell" className={`flex flex-col gap-2 ${className}`}>
      {found.data.map(({ assumptionId, state, statement, since, because, quote }) => (
        <li key={`${assumptionId} ${quote}`} className="border-l-2 border-amber pl-3 wrap-break-word">
          <span className="text-amber">
            Rests on an assumption {state === 'refuted' ? 'refuted' : 'changed'} on {dayWords(since)}:
          </span>{' '}
          <TextLink href={`${paths.ideaAssumptions({ initiativeId })}#${assumptionId}`}>{quote}</TextLink>
          {state === 'refuted' ? '' : ` It is assumed now: ${statement}`}
          {because !== '' && <span className="block text-ink-2">“{because}”</span>}
        </li>
      ))}
    </ul>
  )
}

const dated = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const datedWithYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** `3 December`; of another year with it. */
export function dayWords(at: string, now = new Date()): string {
  const when = new Date(at)
  return (when.getFullYear() === now.getFullYear() ? dated : datedWithYear).format(when)
}
