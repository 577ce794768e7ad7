import type { ReactNode } from 'react'

/** As wide as this part of the column. A style set by script is one that our policy allows. */
export function PercentWide({ percent, children }: { percent: number; children: ReactNode }) {
  return (
    <div className="figure-shown" style={{ width: `${percent}%` }}>
      {children}
    </div>
  )
}
