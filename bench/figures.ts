/** One run's figures by name, and whether the harness was itself the bottleneck. */
export type Run = { figures: Record<string, number>; harnessCpu: number }

/** Past this the harness measures itself. */
export const MOST_HARNESS_CPU = 0.8

export type Summary = { median: number; least: number; most: number; runs: number; void: number }

export function summarise(runs: readonly Run[], figure: string): Summary | undefined {
  const valid = runs.filter((run) => run.harnessCpu <= MOST_HARNESS_CPU)
  const values = valid.flatMap((run) => run.figures[figure] ?? []).sort((one, two) => one - two)
  const [least, most] = [values[0], values.at(-1)]
  if (least === undefined || most === undefined) return undefined
  return {
    median: percentile(values, 0.5),
    least,
    most,
    runs: values.length,
    void: runs.length - valid.length,
  }
}

/** Nearest rank; of no values it is NaN, which no budget is met by. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, two) => one - two)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The share of one core that this process used since. */
export function cpuMeter(): () => number {
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return (user + system) / 1000 / (performance.now() - from)
  }
}

export type Row = {
  measure: string
  unit: 'ms' | 'kB' | 'MB'
  budget: number | null
  /** Undefined when it was not measured; `note` then says why. */
  ours: Summary | undefined
  peer?: Summary | undefined
  note?: string
}

export function table(rows: readonly Row[]): string {
  return [
    '| measure | budget | Foreword, median (range) | Hocuspocus as it comes | |',
    '|---|---|---|---|---|',
    ...rows.map(({ measure, unit, budget, ours, peer, note }) => {
      const verdict =
        ours === undefined || budget === null ? '' : ours.median <= budget ? 'within' : '**over**'
      const voided = ours?.void ? `; ${ours.void} void run(s)` : ''
      const cells = [
        measure,
        budget === null ? '' : `≤ ${budget} ${unit}`,
        show(ours, unit),
        peer === undefined ? '' : show(peer, unit),
        [verdict, note].filter(Boolean).join('; ') + voided,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

function show(summary: Summary | undefined, unit: Row['unit']): string {
  if (!summary) return 'not measured'
  const { median, least, most, runs } = summary
  const digits = unit === 'MB' || median >= 100 ? 0 : 1
  return `${median.toFixed(digits)} ${unit} (${least.toFixed(digits)}–${most.toFixed(digits)}, ${runs} runs)`
}
