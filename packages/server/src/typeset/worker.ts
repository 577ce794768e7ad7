import { parentPort } from 'node:worker_threads'
import { createTypesetter } from './compile.ts'
import type { Done, Job } from './job.ts'

const typesetter = createTypesetter()

function run({ kind, document, options }: Job): Done {
  try {
    return kind === 'layout'
      ? { ok: true, kind, value: typesetter.layout(document, options) }
      : { ok: true, kind, value: typesetter.typeset(document, options) }
  } catch (error) {
    // a bug of ours, told to the other thread, which throws it
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(run(job)))
