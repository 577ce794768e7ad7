import { createTypesetter } from './compile.ts'
import type { Done, Job } from './job.ts'

const typesetter = createTypesetter()

function run({ kind, document, options }: Job): Done {
  try {
    return kind === 'layout'
      ? { ok: true, kind, value: typesetter.layout(document, options) }
      : { ok: true, kind, value: typesetter.typeset(document, options) }
  } catch (error) {
    // a bug of ours, told to the process that asked, which throws it
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// the channel carries what `job.ts` says, since both ends are ours
process.on('message', (job) => process.send?.(run(job as Job)))
process.on('disconnect', () => process.exit())
