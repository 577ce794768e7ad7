import { setTimeout as delay } from 'node:timers/promises'
import { cpuMeter, percentile, type Run } from './figures.ts'
import { openRawSocket } from './raw-socket.ts'
import type { Side } from './sides.ts'
import { sixPages } from './six-pages.ts'

const OPENINGS = 40

/** Opens a six-page draft, from the click to its content on the wire: connection, authentication, synchronisation. */
export async function opening(side: Side, { isCold }: { isCold: boolean }): Promise<Run> {
  const documentId = await side.make(sixPages())
  // warm: somebody is in the draft already
  const holder = isCold ? undefined : openRawSocket(side.url, documentId)
  await holder?.synced
  const took: number[] = []
  const cpu = cpuMeter()
  for (let n = 0; n < OPENINGS; n++) {
    const from = performance.now()
    const socket = openRawSocket(side.url, documentId)
    await socket.synced
    took.push(socket.stateAt() - from)
    await socket.close()
    // when the last one has left, the server puts the draft away
    await delay(20)
  }
  const harnessCpu = cpu()
  await holder?.close()
  return { harnessCpu, figures: { p50: percentile(took, 0.5), p95: percentile(took, 0.95) } }
}
