import { run } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import * as actions from './actions.ts'

export function evidenceRoutes(os: Os) {
  return {
    list: os.evidence.list.handler(run(actions.list)),
    capture: os.evidence.capture.handler(run(actions.capture)),
    change: os.evidence.change.handler(run(actions.change)),
    remove: os.evidence.remove.handler(run(actions.remove)),
    importCsv: os.evidence.importCsv.handler(run(actions.importCsv)),
  }
}
