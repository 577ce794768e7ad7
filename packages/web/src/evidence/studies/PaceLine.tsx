import { spokenDay } from '@foreword/core/calendar'
import { dayAfter, daysBetween } from '@foreword/core/days'
import { curveOf, type Pace } from '@foreword/core/evidence/study'
import type { Study } from './studies.ts'

/** Held against planned: a line for each, drawn to the size of the place and named beside it, not inside. */
export function PaceLine({ study, today, pace }: { study: Study; today: string; pace: Pace }) {
  const points = curveOf(study, study.held)
  const last = points.at(-1) ?? { day: 0, count: 0 }
  const span = Math.max(study.windowDays, last.day)
  const most = Math.max(study.target, last.count)
  const now = Math.min(Math.max(daysBetween(study.startsOn, today), 0), span)
  const x = (day: number) => (100 * day) / span
  const y = (count: number) => 100 - (100 * count) / most
  const steps = points.map(({ day, count }) => `H${x(day)}V${y(count)}`).join('')
  const line = 'fill-none [vector-effect:non-scaling-stroke]'
  return (
    <figure className="mt-4 max-w-measure">
      <div className="flex gap-2.5">
        <div className="relative w-6 text-right text-tiny text-ink-3 tabular-nums" aria-hidden="true">
          <span className="absolute right-0 -translate-y-1/2" style={{ top: `${y(study.target)}%` }}>
            {study.target}
          </span>
          <span className="absolute right-0 bottom-0 translate-y-1/2">0</span>
        </div>
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="h-36 min-w-0 flex-1 overflow-visible border-b border-l border-rule-3"
          role="img"
          aria-label={`${pace.counted} of ${study.target} interviews held; the plan wants ${pace.wanted} by now.`}
        >
          <path d={`M0 ${y(study.target)}H100`} className={`stroke-rule ${line}`} strokeWidth="1" />
          {now > 0 && now < span && (
            <path d={`M${x(now)} 0V100`} className={`stroke-rule-2 ${line}`} strokeWidth="1" />
          )}
          <path
            d={`M0 100L${x(study.windowDays)} ${y(study.target)}H100`}
            className={`stroke-ink-3 ${line}`}
            strokeWidth="1.5"
            strokeDasharray="4 4"
          />
          <path
            d={`M0 100${steps}${now > last.day ? `H${x(now)}` : ''}`}
            className={`stroke-accent ${line}`}
            strokeWidth="2.25"
          />
        </svg>
      </div>
      <figcaption className="mt-1.5 pl-8.5 text-tiny text-ink-3">
        <span className="flex justify-between gap-3">
          <span>{spokenDay(study.startsOn)}</span>
          <span>{spokenDay(dayAfter(study.startsOn, span - 1))}</span>
        </span>
        <span className="mt-1 flex justify-center gap-4">
          <span>
            <Sample className="stroke-accent" dash="none" /> Held
          </span>
          <span>
            <Sample className="stroke-ink-3" dash="4 3" /> Planned
          </span>
        </span>
      </figcaption>
    </figure>
  )
}

const Sample = ({ className, dash }: { className: string; dash: string }) => (
  <svg aria-hidden="true" width="18" height="6" className={`mr-1 inline-block align-middle ${className}`}>
    <path d="M0 3H18" strokeWidth="2" strokeDasharray={dash} />
  </svg>
)
