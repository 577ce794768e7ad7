import { run, runOutside } from '../../http/call.ts'
import { later } from '../../http/later.ts'
import type { Os } from '../../http/os.ts'
import type { Collab } from '../../live/collab.ts'

export function iterationRoutes(os: Os, collab: Collab) {
  const actions = () => import('./actions.ts')
  const start = later(async () => (await import('./start.ts')).startWith({ collab }))
  return {
    list: os.iterations.list.handler(run(later(async () => (await actions()).list))),
    start: os.iterations.start.handler(runOutside(start)),
    end: os.iterations.end.handler(run(later(async () => (await actions()).end))),
    drop: os.iterations.drop.handler(run(later(async () => (await actions()).drop))),
    reopen: os.iterations.reopen.handler(run(later(async () => (await actions()).reopen))),
  }
}
