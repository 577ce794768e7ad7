import { run } from '../../http/call.ts'
import { later } from '../../http/later.ts'
import type { Os } from '../../http/os.ts'
import type { Entrance } from '../../people/entrance.ts'

export function feedbackRoutes(os: Os, entrance: Entrance) {
  const actions = () => import('./actions.ts')
  const outside = () => import('./outside.ts')
  return {
    ask: os.feedback.ask.handler(run(later(async () => (await actions()).ask))),
    list: os.feedback.list.handler(run(later(async () => (await actions()).list))),
    readership: os.feedback.readership.handler(run(later(async () => (await actions()).readership))),
    end: os.feedback.end.handler(run(later(async () => (await actions()).end))),
    askedOfYou: os.feedback.askedOfYou.handler(run(later(async () => (await actions()).askedOfYou))),
    asked: os.feedback.asked.handler(run(later(async () => (await actions()).asked))),
    noteMinute: os.feedback.noteMinute.handler(run(later(async () => (await actions()).noteMinute))),
    sayRead: os.feedback.sayRead.handler(run(later(async () => (await actions()).sayRead))),
    openLink: os.feedback.openLink.handler(async ({ input, context, errors }) => {
      const { db, now } = context.services
      const visit = await (await outside()).byToken(db, input.token, now())
      const me = visit && (await entrance.enterByLink(context, visit.userId))
      if (!visit || !me) throw errors['link-is-over']()
      return { me, requestId: visit.requestId }
    }),
    outsideLinks: os.feedback.outsideLinks.handler(run(later(async () => (await outside()).outsideLinks))),
    endLink: os.feedback.endLink.handler(run(later(async () => (await outside()).endLink))),
    sendAgain: os.feedback.sendAgain.handler(
      run(later(async () => (await import('./send-again.ts')).sendAgain)),
    ),
    watchVisit: os.feedback.watchVisit.handler(async ({ context, errors, signal }) =>
      (await outside()).watchVisit(context, signal, () => errors['not-found']()),
    ),
  }
}
