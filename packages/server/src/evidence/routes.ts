import { run } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import * as actions from './actions.ts'
import * as assumptions from './assumptions.ts'

export function evidenceRoutes(os: Os) {
  return {
    list: os.evidence.list.handler(run(actions.list)),
    capture: os.evidence.capture.handler(run(actions.capture)),
    change: os.evidence.change.handler(run(actions.change)),
    remove: os.evidence.remove.handler(run(actions.remove)),
    importCsv: os.evidence.importCsv.handler(run(actions.importCsv)),
    assumptions: os.evidence.assumptions.handler(run(assumptions.assumptions)),
    addAssumption: os.evidence.addAssumption.handler(run(assumptions.addAssumption)),
    setAssumption: os.evidence.setAssumption.handler(run(assumptions.setAssumption)),
    takeBackAssumption: os.evidence.takeBackAssumption.handler(run(assumptions.takeBackAssumption)),
    dropAssumption: os.evidence.dropAssumption.handler(run(assumptions.dropAssumption)),
    weighAssumption: os.evidence.weighAssumption.handler(run(assumptions.weighAssumption)),
  }
}
