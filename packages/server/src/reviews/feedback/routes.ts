import { run } from '../../http/call.ts'
import type { Os } from '../../http/os.ts'
import type { Entrance } from '../../people/entrance.ts'
import * as actions from './actions.ts'
import * as outside from './outside.ts'

export function feedbackRoutes(os: Os, entrance: Entrance) {
  return {
    ask: os.feedback.ask.handler(run(actions.ask)),
    list: os.feedback.list.handler(run(actions.list)),
    readership: os.feedback.readership.handler(run(actions.readership)),
    end: os.feedback.end.handler(run(actions.end)),
    askedOfYou: os.feedback.askedOfYou.handler(run(actions.askedOfYou)),
    asked: os.feedback.asked.handler(run(actions.asked)),
    noteMinute: os.feedback.noteMinute.handler(run(actions.noteMinute)),
    sayRead: os.feedback.sayRead.handler(run(actions.sayRead)),
    openLink: os.feedback.openLink.handler(async ({ input, context, errors }) => {
      const { db, now } = context.services
      const visit = await outside.byToken(db, input.token, now())
      const me = visit && (await entrance.enterByLink(context, visit.userId))
      if (!visit || !me) throw errors['link-is-over']()
      return { me, requestId: visit.requestId }
    }),
    outsideLinks: os.feedback.outsideLinks.handler(run(outside.outsideLinks)),
    endLink: os.feedback.endLink.handler(run(outside.endLink)),
    watchVisit: os.feedback.watchVisit.handler(({ context, errors, signal }) =>
      outside.watchVisit(context, signal, () => errors['not-found']()),
    ),
  }
}
