import { run } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'

export function predictionRoutes(os: Os) {
  // off unless a company asks for them
  const predictions = () => import('./predictions.ts')
  const { own, seal, takeBack, answer, askLater, due, list, calibration } = os.predictions
  return {
    own: own.handler(run(later(async () => (await predictions()).own))),
    seal: seal.handler(run(later(async () => (await predictions()).seal))),
    takeBack: takeBack.handler(run(later(async () => (await predictions()).takeBack))),
    answer: answer.handler(run(later(async () => (await predictions()).answer))),
    askLater: askLater.handler(run(later(async () => (await predictions()).askLater))),
    due: due.handler(run(later(async () => (await predictions()).due))),
    list: list.handler(run(later(async () => (await predictions()).list))),
    calibration: calibration.handler(run(later(async () => (await predictions()).calibration))),
  }
}
