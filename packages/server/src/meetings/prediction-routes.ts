import { run } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import * as predictions from './predictions.ts'

export function predictionRoutes(os: Os) {
  const { own, seal, takeBack, answer, askLater, due, list, calibration } = os.predictions
  return {
    own: own.handler(run(predictions.own)),
    seal: seal.handler(run(predictions.seal)),
    takeBack: takeBack.handler(run(predictions.takeBack)),
    answer: answer.handler(run(predictions.answer)),
    askLater: askLater.handler(run(predictions.askLater)),
    due: due.handler(run(predictions.due)),
    list: list.handler(run(predictions.list)),
    calibration: calibration.handler(run(predictions.calibration)),
  }
}
