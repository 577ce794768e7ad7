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
      case 'bind':
        return { ok: true, kind: job.kind, value: typesetter.bind(job.cover, job.options, job.bound) }
      case 'probe':
        return { ok: true, kind: job.kind, value: typesetter.probe(job.picture) }
    }
  } catch (error) {
    // a bug of ours, told to the process that asked, which throws it
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Whoever waits for a page does not wait for this: nor does the server that sends it on, on a machine of one core. */
const FORGETS_AFTER_MS = 50
let willForget = false

function forget(): void {
  willForget = false
  typesetter.forget()
}

// the channel carries what `job.ts` says, since both ends are ours
process.on('message', (job) => {
  process.send?.(run(job as Job))
  if (willForget) return
  willForget = true
  setTimeout(forget, FORGETS_AFTER_MS)
})
process.on('disconnect', () => process.exit())
