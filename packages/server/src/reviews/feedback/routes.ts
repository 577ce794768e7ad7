import { run } from '../../http/call.ts'
import type { Os } from '../../http/os.ts'
import * as actions from './actions.ts'

export function feedbackRoutes(os: Os) {
  return {
    ask: os.feedback.ask.handler(run(actions.ask)),
    list: os.feedback.list.handler(run(actions.list)),
    readership: os.feedback.readership.handler(run(actions.readership)),
    end: os.feedback.end.handler(run(actions.end)),
    askedOfYou: os.feedback.askedOfYou.handler(run(actions.askedOfYou)),
    asked: os.feedback.asked.handler(run(actions.asked)),
    noteMinute: os.feedback.noteMinute.handler(run(actions.noteMinute)),
    sayRead: os.feedback.sayRead.handler(run(actions.sayRead)),
  }
}
