import { run } from '../../http/call.ts'
import { later } from '../../http/later.ts'
import type { Os } from '../../http/os.ts'

export function groupRoutes(os: Os) {
  const actions = () => import('./actions.ts')
  return {
    list: os.groups.list.handler(run(later(async () => (await actions()).list))),
    make: os.groups.make.handler(run(later(async () => (await actions()).make))),
    change: os.groups.change.handler(run(later(async () => (await actions()).change))),
    setPerson: os.groups.setPerson.handler(run(later(async () => (await actions()).setPerson))),
    close: os.groups.close.handler(run(later(async () => (await actions()).close))),
    remove: os.groups.remove.handler(run(later(async () => (await actions()).remove))),
  }
}
