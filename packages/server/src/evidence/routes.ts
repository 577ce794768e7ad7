import { run, runOutside, signedIn, unwrap } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import type { ObjectStore } from '../storage/object-store.ts'
import * as actions from './actions.ts'
import * as assumptions from './assumptions.ts'

export function evidenceRoutes(os: Os, store: ObjectStore | null) {
  const files = () => import('./files.ts')
  const answers = () => import('./answers.ts')
  const interviews = () => import('./interviews.ts')
  const studies = () => import('./studies.ts')
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
    answers: os.evidence.answers.handler(run(later(async () => (await answers()).answers))),
    weighAnswer: os.evidence.weighAnswer.handler(run(later(async () => (await answers()).weighAnswer))),
    addFile: os.evidence.addFile.handler(runOutside(later(async () => (await files()).addWith(store)))),
    file: os.evidence.file.handler(async ({ input, context, errors }) => {
      const asked = { db: context.services.db, person: signedIn(context) }
      return unwrap(await (await files()).openWith(store)(input, asked, context), errors)
    }),
    dropFile: os.evidence.dropFile.handler(run(later(async () => (await files()).dropFile))),
    studies: os.evidence.studies.handler(run(later(async () => (await studies()).studies))),
    setStudy: os.evidence.setStudy.handler(run(later(async () => (await studies()).setStudy))),
    dropStudy: os.evidence.dropStudy.handler(run(later(async () => (await studies()).dropStudy))),
    believe: os.evidence.believe.handler(run(later(async () => (await studies()).believe))),
    interviews: os.evidence.interviews.handler(run(later(async () => (await interviews()).interviews))),
    planInterview: os.evidence.planInterview.handler(
      run(later(async () => (await interviews()).planInterview)),
    ),
    holdInterview: os.evidence.holdInterview.handler(
      run(later(async () => (await interviews()).holdInterview)),
    ),
    takeInterviews: os.evidence.takeInterviews.handler(
      run(later(async () => (await interviews()).takeInterviews)),
    ),
    dropInterview: os.evidence.dropInterview.handler(
      run(later(async () => (await interviews()).dropInterview)),
    ),
    interviewNotes: os.evidence.interviewNotes.handler(
      run(later(async () => (await interviews()).interviewNotes)),
    ),
  }
}
