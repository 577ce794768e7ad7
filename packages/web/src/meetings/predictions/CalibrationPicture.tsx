import type { Calibration } from '@foreword/core/meetings/prediction'

const SIDE = 200
const at = (percent: number) => (percent / 100) * SIDE

/** Said along, came true up: on the line they are the same. The table beside it says it in figures. */
export function CalibrationPicture({ count, brier, deciles, enough }: Calibration & { enough: number }) {
  const most = Math.max(...deciles.map((decile) => decile.count))
  return (
    <>
      <p className="max-w-measure">
        Of {count} predictions of everybody here the Brier score is <b className="figures">{brier}</b>. It is
        0 when all were certain and right, and 0.25 for whoever says 50 percent of everything.
      </p>
      <p className="mt-1 text-small text-ink-3">
        Counted {enough} at a time, so that no single one can be told from how the figures move.
      </p>
      <div className="mt-4 grid items-start gap-x-10 gap-y-5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <svg
          aria-hidden="true"
          viewBox={`-28 -8 ${SIDE + 36} ${SIDE + 34}`}
          className="w-56 max-w-full text-ink-2"
        >
          <rect width={SIDE} height={SIDE} fill="none" stroke="var(--rule-2)" />
          <line x1={0} y1={SIDE} x2={SIDE} y2={0} stroke="var(--rule-3)" strokeDasharray="3 3" />
          {deciles.map(({ from, said, cameTrue, count: those }) => (
            <circle
              key={from}
              cx={at(said)}
              cy={SIDE - at(cameTrue)}
              // by area
              r={3 + 5 * Math.sqrt(those / most)}
              fill="var(--accent)"
              fillOpacity={0.75}
            />
          ))}
          <text x={SIDE / 2} y={SIDE + 20} textAnchor="middle" fontSize={12} fill="currentColor">
            said →
          </text>
          <text
            x={-16}
            y={SIDE / 2}
            textAnchor="middle"
            fontSize={12}
            fill="currentColor"
            transform={`rotate(-90 -16 ${SIDE / 2})`}
          >
            came true →
          </text>
        </svg>
        <table className="w-full max-w-sm text-small figures">
          <thead className="text-left text-ink-2">
            <tr className="border-b border-rule">
              <th scope="col" className="py-1.5 font-medium">
                Said
              </th>
              <th scope="col" className="py-1.5 pl-3 text-right font-medium">
                on average
              </th>
              <th scope="col" className="py-1.5 pl-3 text-right font-medium">
                came true
              </th>
              <th scope="col" className="py-1.5 pl-3 text-right font-medium">
                how many
              </th>
            </tr>
          </thead>
          <tbody>
            {deciles.map(({ from, said, cameTrue, count: those }) => (
              <tr key={from} className="border-b border-rule">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {from}–{from === 90 ? 100 : from + 9}%
                </th>
                <td className="py-1.5 text-right">{said}%</td>
                <td className="py-1.5 text-right">{cameTrue}%</td>
                <td className="py-1.5 text-right">{those}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
