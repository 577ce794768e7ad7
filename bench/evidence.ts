import { openHouse, theApp } from '../scripts/torture/house.ts'
import { cpuMeter, percentile, type Run } from './figures.ts'
import type { Pinning } from './pinning.ts'

const FILES = 20
const ROWS_EACH = 5000
const ASKED = 60

/** An idea with 100,000 pieces of evidence, brought in as tables; what its list and its page then take. */
export async function evidence({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  try {
    await house.start()
    const headers: Record<string, string> = { 'content-type': 'application/json', 'x-foreword': '1' }
    const send = async (path: string, body?: object) => {
      const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
      const answer = await fetch(`${house.origin}/api${path}`, { headers, ...init })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      const cookies = answer.headers.getSetCookie().map((set) => set.split(';', 1)[0])
      if (cookies.length > 0) headers.cookie = cookies.join('; ')
      return answer.text()
    }
    const account = { name: 'Ada', email: 'ada@company.example', password: 'a few words make a good one' }
    await send('/setup', { ...account, company: 'A company that asks' })
    const { id } = JSON.parse(await send('/initiatives', { name: 'Much is known' }))
    const brought = performance.now()
    for (let file = 0; file < FILES; file++)
      await send(`/initiatives/${id}/evidence/imports`, { csv: tableOf(file) })
    const importMs = (performance.now() - brought) / FILES

    const runs: Run[] = []
    for (let n = 0; n < repeats; n++) {
      const cpu = cpuMeter()
      const list = `/initiatives/${id}/evidence`
      const figures = {
        importMs,
        firstP95: await p95(() => send(list)),
        deepP95: await p95(() => send(`${list}?kind=market&provenance=reported&before=50000`)),
        pageP95: await p95(() => send(`/initiatives/${id}`)),
      }
      runs.push({ figures, harnessCpu: cpu() })
    }
    return runs
  } finally {
    await house.stop()
  }
}

async function p95(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < ASKED; n++) {
    const from = performance.now()
    await ask()
    took.push(performance.now() - from)
  }
  return percentile(took, 0.95)
}

function tableOf(file: number): string {
  const kinds = ['interview', 'data', 'experiment', 'market', 'anecdote']
  const rows = Array.from({ length: ROWS_EACH }, (_, n) => {
    const provenance = n % 3 === 0 ? 'reported' : 'observed'
    return `"Grower ${file * ROWS_EACH + n} drove out, and in vain",${kinds[n % 5]},Calls in May,May 2027,${provenance}`
  })
  return ['statement,kind,source,date,provenance', ...rows].join('\n')
}
