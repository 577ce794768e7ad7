import { run } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import * as actions from './actions.ts'
import * as assumptions from './assumptions.ts'
import * as interviews from './interviews.ts'
import * as studies from './studies.ts'

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
    studies: os.evidence.studies.handler(run(studies.studies)),
    setStudy: os.evidence.setStudy.handler(run(studies.setStudy)),
    dropStudy: os.evidence.dropStudy.handler(run(studies.dropStudy)),
    believe: os.evidence.believe.handler(run(studies.believe)),
    interviews: os.evidence.interviews.handler(run(interviews.interviews)),
    planInterview: os.evidence.planInterview.handler(run(interviews.planInterview)),
    holdInterview: os.evidence.holdInterview.handler(run(interviews.holdInterview)),
    takeInterviews: os.evidence.takeInterviews.handler(run(interviews.takeInterviews)),
    dropInterview: os.evidence.dropInterview.handler(run(interviews.dropInterview)),
    interviewNotes: os.evidence.interviewNotes.handler(run(interviews.interviewNotes)),
  }
}
