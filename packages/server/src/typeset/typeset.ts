import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { DocumentJson } from '@foreword/document/json'
import type { Files, Layout, TypesetDocument } from './compile.ts'
import type { Done, Job } from './job.ts'
import type { Picture } from './pictures.ts'
import type { Bound, SourceOptions } from './source.ts'

export type TypesetRefusal = 'too-long-to-typeset'

export interface TypesetService {
  /** Pages, lines and PDF of an edition. */
  typeset(
    document: DocumentJson,
    options: SourceOptions,
    files?: Files,
  ): Promise<Result<TypesetDocument, TypesetRefusal>>
  /** Page and first line of every block of a draft, without a PDF; the same figures as `typeset` gives. */
  layoutOf(
    document: DocumentJson,
    options: Pick<SourceOptions, 'paper' | 'shows' | 'places'>,
  ): Promise<Result<Layout, TypesetRefusal>>
  /** One PDF: a cover, and after it the pages of others as they are. */
  bind(
    cover: DocumentJson,
    options: SourceOptions,
    bound: readonly Bound[],
  ): Promise<Result<Uint8Array, TypesetRefusal>>
  /** The size of a picture on a page, in points; null when it cannot be set, or not in time. */
  probe(picture: Picture): Promise<{ width: number; height: number } | null>
  close(): Promise<void>
}

export interface TypesetLimits {
  /** A job that takes longer is given up, and the worker with it. */
  jobLimitMs: number
  /** A worker that did so many jobs makes way for a new one when nobody waits, at the latest after twice as many. */
  jobsPerWorker: number
  /** A worker without work for so long is ended. */
  idleMs: number
}

const defaultLimits: TypesetLimits = { jobLimitMs: 30_000, jobsPerWorker: 150, idleMs: 5 * 60_000 }

interface Waiting {
  job: Job
  settle: (done: Result<Done & { ok: true }, TypesetRefusal>) => void
  fail: (error: Error) => void
}

/**
 * Typst in a process of its own, which starts with the first job and not before. Jobs run one after another. A panic in
 * Typst ends the process it happens in, and its memory goes back to the system only with that process: so not ours.
 */
export function createTypesetService(limits: Partial<TypesetLimits> = {}): TypesetService {
  const { jobLimitMs, jobsPerWorker, idleMs } = { ...defaultLimits, ...limits }
  const queue: Waiting[] = []
  let worker: ChildProcess | null = null
  let running: { waiting: Waiting; timer: NodeJS.Timeout } | null = null
  let jobsDone = 0
  let idle: NodeJS.Timeout | undefined
  let closed = false

  async function endWorker(): Promise<void> {
    const ending = worker
    worker = null
    jobsDone = 0
    if (!ending) return
    ending.removeAllListeners()
    // a late error of a process that is being ended is nobody's any more
    ending.on('error', () => {})
    if (ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill('SIGKILL')
    await ended
  }

  function startWorker(): ChildProcess {
    const started = fork(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // the channel carries what `job.ts` says, since both ends are ours
    started.on('message', (done) => finish(done as Done))
    started.on('error', (error: Error) => crash(error))
    started.on('exit', () => crash(new Error('the typesetter ended by itself')))
    started.unref()
    started.channel?.unref()
    return started
  }

  function next(): void {
    if (running || closed) return
    const waiting = queue.shift()
    if (waiting === undefined) {
      // while nobody waits, so that no edit pays for the start of the next one
      if (jobsDone >= jobsPerWorker) {
        void endWorker()
        worker = startWorker()
      }
      clearTimeout(idle)
      idle = setTimeout(() => void endWorker(), idleMs).unref()
      return
    }
    clearTimeout(idle)
    if (jobsDone >= 2 * jobsPerWorker) void endWorker()
    worker ??= startWorker()
    running = { waiting, timer: setTimeout(giveUp, jobLimitMs) }
    worker.send(waiting.job)
  }

  function take(): Waiting | undefined {
    const waiting = running?.waiting
    clearTimeout(running?.timer)
    running = null
    return waiting
  }

  function finish(done: Done): void {
    jobsDone++
    const waiting = take()
    if (done.ok) waiting?.settle(ok(done))
    else waiting?.fail(new Error(done.error))
    next()
  }

  function giveUp(): void {
    void endWorker()
    take()?.settle(refuse('too-long-to-typeset', { seconds: Math.round(jobLimitMs / 1000) }))
    next()
  }

  function crash(error: Error): void {
    void endWorker()
    take()?.fail(error)
    next()
  }

  function submit(job: Job): Promise<Result<Done & { ok: true }, TypesetRefusal>> {
    if (closed) return Promise.reject(new Error('the typesetter is closed'))
    return new Promise((settle, fail) => {
      queue.push({ job, settle, fail })
      next()
    })
  }

  return {
    async typeset(document, options, files = {}) {
      const done = await submit({ kind: 'typeset', document, options, files })
      if (!done.ok) return done
      if (done.value.kind !== 'typeset') throw new Error('the typesetter answered another question')
      return ok(done.value.value)
    },
    async layoutOf(document, given) {
      const options = { ...given, title: '', editionLabel: '' }
      const done = await submit({ kind: 'layout', document, options })
      if (!done.ok) return done
      if (done.value.kind !== 'layout') throw new Error('the typesetter answered another question')
      return ok(done.value.value)
    },
    async bind(cover, options, bound) {
      const done = await submit({ kind: 'bind', cover, options, bound })
      if (!done.ok) return done
      if (done.value.kind !== 'bind') throw new Error('the typesetter answered another question')
      return ok(done.value.value)
    },
    async probe(picture) {
      const done = await submit({ kind: 'probe', picture }).catch((error: unknown) => {
        // a picture that ends the process it is shown in is one that cannot be set
        if (closed) throw error
        return null
      })
      return done?.ok && done.value.kind === 'probe' ? done.value.value : null
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const ended = new Error('the typesetter is closed')
      take()?.fail(ended)
      for (const waiting of queue.splice(0)) waiting.fail(ended)
      await endWorker()
    },
  }
}
