import { flushCompileCache } from 'node:module'
import type { Done, Job } from './job.ts'
import { read } from './read.ts'

function run(job: Job): Done {
  try {
    const found = read(job)
    return found.ok ? { is: 'read', value: found.value } : { is: 'refused', refusal: found.refusal }
  } catch (error) {
    // a bug of ours, told to the process that asked, which throws it
    return { is: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const say = (done: Done) => process.send?.(done)

// the channel carries what `job.ts` says, since both ends are ours
process.on('message', (job) => say(run(job as Job)))
process.on('disconnect', () => process.exit())
// this process is killed in the end, and would take with it what it compiled
flushCompileCache()
say({ is: 'ready' })
