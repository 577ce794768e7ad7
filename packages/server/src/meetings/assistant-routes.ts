import { run } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'

export function assistantRoutes(os: Os) {
  // only where somebody has an assistant
  const assistants = () => import('./assistants.ts')
  const { see, propose, schedule } = os.assistants
  return {
    see: see.handler(run(later(async () => (await assistants()).see))),
    propose: propose.handler(run(later(async () => (await assistants()).propose))),
    schedule: schedule.handler(run(later(async () => (await assistants()).schedule))),
  }
}
