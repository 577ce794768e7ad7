import { run } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import * as actions from './actions.ts'

export function decisionRoutes(os: Os) {
  return {
    record: os.decisions.record.handler(run(actions.recordOutside)),
    get: os.decisions.get.handler(run(actions.get)),
    restingOn: os.decisions.restingOn.handler(
      run(later(async () => (await import('./resting-on.ts')).restingOn)),
    ),
    list: os.decisions.list.handler(run(actions.list)),
  }
}
