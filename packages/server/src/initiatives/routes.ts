import type { InitiativeNews } from '@foreword/core/initiatives/contract'
import { read, run, signedIn } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import { subscribe } from '../live/channels.ts'
import { topicOf } from './timeline.ts'
import { rightsFor } from './visibility.ts'

export function initiativeRoutes(os: Os) {
  const actions = () => import('./actions.ts')
  const stage = () => import('./stage.ts')
  return {
    create: os.initiatives.create.handler(run(later(async () => (await actions()).create))),
    list: os.initiatives.list.handler(run(later(async () => (await actions()).list))),
    resembling: os.initiatives.resembling.handler(
      read(later(async () => (await import('./resembling.ts')).resembling)),
    ),
    get: os.initiatives.get.handler(run(later(async () => (await actions()).get))),
    update: os.initiatives.update.handler(run(later(async () => (await actions()).update))),
    move: os.initiatives.move.handler(run(later(async () => (await actions()).move))),
    answer: os.initiatives.answer.handler(run(later(async () => (await actions()).answer))),
    markReady: os.initiatives.markReady.handler(run(later(async () => (await actions()).markReady))),
    answerPrompt: os.initiatives.answerPrompt.handler(run(later(async () => (await actions()).answerPrompt))),
    changeStage: os.initiatives.changeStage.handler(run(later(async () => (await stage()).changeStage))),
    proposeReopening: os.initiatives.proposeReopening.handler(
      run(later(async () => (await stage()).proposeReopening)),
    ),
    share: os.initiatives.share.handler(run(later(async () => (await import('./sharing.ts')).share))),
    activity: os.initiatives.activity.handler(run(later(async () => (await actions()).activity))),
    watch: os.initiatives.watch.handler(async function* ({ input, context, signal }) {
      const viewer = signedIn(context)
      const news = subscribe<InitiativeNews>(topicOf(input.initiativeId), signal)
      // who was away while something changed asks once at the start
      yield { what: 'initiative', question: null, version: null } satisfies InitiativeNews
      for await (const one of news) {
        if (!(await rightsFor(context.services.db, viewer, input.initiativeId))) return
        yield one
      }
    }),
    sayWriting: os.initiatives.sayWriting.handler(async ({ input, context }) => {
      const { say } = await import('./writing.ts')
      say(input, signedIn(context))
    }),
    watchWriting: os.initiatives.watchWriting.handler(async function* ({ input, context, signal }) {
      const { watch } = await import('./writing.ts')
      yield* watch(input.initiativeId, { viewer: signedIn(context), db: context.services.db, signal })
    }),
  }
}
