import { createTypesetter } from './compile.ts'
import type { Done, Job } from './job.ts'

const typesetter = createTypesetter()

function run(job: Job): Done {
  try {
    switch (job.kind) {
      case 'layout':
        return { ok: true, kind: job.kind, value: typesetter.layout(job.document, job.options) }
      case 'typeset':
        return { ok: true, kind: job.kind, value: typesetter.typeset(job.document, job.options, job.files) }
      case 'probe':
        return { ok: true, kind: job.kind, value: typesetter.probe(job.picture) }
    }
  } catch (error) {
    // a bug of ours, told to the process that asked, which throws it
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// the channel carries what `job.ts` says, since both ends are ours
process.on('message', (job) => {
  process.send?.(run(job as Job))
  // the answer is on its way, and whoever waits for a page does not wait for this
  typesetter.forget()
})
process.on('disconnect', () => process.exit())
