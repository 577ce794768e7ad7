import { read, run } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'

export function notificationRoutes(os: Os) {
  const actions = () => import('./actions.ts')
  const { list, count, see, choices, choose } = os.notifications
  return {
    list: list.handler(read(later(async () => (await actions()).list))),
    count: count.handler(read(later(async () => (await actions()).count))),
    see: see.handler(run(later(async () => (await actions()).see))),
    choices: choices.handler(read(later(async () => (await actions()).choices))),
    choose: choose.handler(run(later(async () => (await actions()).choose))),
  }
}
