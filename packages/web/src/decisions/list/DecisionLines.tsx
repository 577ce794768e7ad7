import { outcomeLabels } from '@foreword/core/decisions/labels'
import type { Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import { List, Row } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'

type Line = Outputs['decisions']['list'][number]

interface Props {
  lines: readonly Line[]
  /** On the idea's own page its name would be said on every line. */
  onIdea?: boolean
}

/** Decisions as they are spoken, latest first; those that no longer hold are quiet. */
export function DecisionLines({ lines, onIdea = false }: Props) {
  return (
    <List label="Decisions">
      {lines.map((line) => (
        <DecisionRow key={line.id} line={line} onIdea={onIdea} />
      ))}
    </List>
  )
}

function DecisionRow({ line, onIdea }: { line: Line; onIdea: boolean }) {
  const { id, number, title, outcome, spoken, decider, recordedAt, superseded } = line
  const details = [
    `Decision ${number}`,
    onIdea ? '' : title,
    outcomeLabels[outcome],
    superseded ? 'superseded' : '',
  ]
  return (
    <Row
      href={paths.decision({ decisionId: id })}
      detail={details.filter(Boolean).join(' · ')}
      aside={
        <span className="text-small">
          <RelativeTime at={recordedAt} />
        </span>
      }
    >
      <span
        className={`line-clamp-6 sm:line-clamp-3 max-w-measure font-text text-read ${superseded ? 'text-ink-3' : ''}`}
      >
        <Spoken spoken={spoken} decider={decider.name} quiet={superseded} />
      </span>
    </Row>
  )
}

/** The sentence begins with who decided. */
function Spoken({ spoken, decider, quiet }: { spoken: string; decider: string; quiet: boolean }) {
  if (quiet || !spoken.startsWith(decider)) return spoken
  return (
    <>
      <b className="font-semibold">{decider}</b>
      {spoken.slice(decider.length)}
    </>
  )
}
