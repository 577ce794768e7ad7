import type { DecisionLine } from '@foreword/core/decisions/contract'
import { paths } from '../paths.ts'
import { Row } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'

export function DecisionRow({ line }: { line: DecisionLine }) {
  const { id, number, title, spoken, recordedAt, superseded } = line
  return (
    <Row
      href={paths.decision({ decisionId: id })}
      detail={
        <>
          <span className="block font-text text-read text-ink-2">{spoken}</span>
          Decision {number}
          {superseded && ' · superseded by a later one'}
        </>
      }
      aside={
        <span className="text-small">
          <RelativeTime at={recordedAt} />
        </span>
      }
    >
      <span className={`font-text text-lead font-semibold ${superseded ? 'text-ink-3' : ''}`}>{title}</span>
    </Row>
  )
}
