import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openHouse, theApp } from '../scripts/torture/house.ts'
import type { Run } from './figures.ts'
import type { Pinning } from './pinning.ts'

const SETTLE_MS = 4_000

/** The whole app with nobody in it: from its start to its first answer, then what it and its database keep in memory. */
export async function appAlone({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  const runs: Run[] = []
  try {
    // the first start makes the database, once in its life
    await house.start()
    for (let n = 0; n < repeats; n++) {
      await house.endApp()
      const from = performance.now()
      await house.start()
      const startMs = performance.now() - from
      await delay(SETTLE_MS)
      const bytes = [house.appPid(), ...familyOf(house.databasePid())].map(proportionalBytes)
      const idleMB = bytes.reduce((one, two) => one + two, 0) / 1e6
      runs.push({ harnessCpu: 0, figures: { startMs, idleMB, appMB: (bytes[0] ?? 0) / 1e6 } })
    }
  } finally {
    await house.stop()
  }
  return runs
}

function familyOf(pid: number): number[] {
  const children = readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    const parent = /\) \S (\d+)/.exec(read(`/proc/${entry}/stat`))?.[1]
    return Number(parent) === pid ? [Number(entry)] : []
  })
  return [pid, ...children]
}

/** Memory that several processes share counts for each by its share (PSS). */
export function proportionalBytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // it ended between the listing and the reading
    return ''
  }
}
