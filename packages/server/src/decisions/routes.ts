import { run } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import * as actions from './actions.ts'
import { restingOn } from './resting-on.ts'

export function decisionRoutes(os: Os) {
  return {
    record: os.decisions.record.handler(run(actions.recordOutside)),
    get: os.decisions.get.handler(run(actions.get)),
    restingOn: os.decisions.restingOn.handler(run(restingOn)),
    list: os.decisions.list.handler(run(actions.list)),
  }
}
