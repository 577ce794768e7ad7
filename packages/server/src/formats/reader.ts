import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { env } from 'node:process'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Done, FileRead, Format, Job, ReadRefusal } from './job.ts'

export interface FileReader {
  /** What a file says, or why it is not read. Whatever is in it, the server itself goes on as it was. */
  read(format: Format, bytes: Uint8Array): Promise<Result<FileRead, ReadRefusal>>
  close(): void
}

export interface ReaderLimits {
  /** A file that takes longer is given up, and the process with it. The loading of the readers does not count. */
  readMs: Record<Format, number>
  /** Of what the readers build, in MB; a file that needs more ends the process. */
  memoryMb: number
  /** A process without work for so long is ended. */
  idleMs: number
}

const defaults: ReaderLimits = {
  // an honest Markdown file of 2 MB takes seconds; what would take it longer is refused before it is parsed
  readMs: { markdown: 20_000, text: 1_700, html: 1_700, docx: 1_700 },
  memoryMb: 512,
  idleMs: 60_000,
}

interface Waiting {
  job: Job
  settle: (read: Result<FileRead, ReadRefusal>) => void
  fail: (error: Error) => void
}

/** Where this process keeps what it compiled, for the other one too; in a folder of that name each Node has its own. */
function compileCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

/**
 * Reads the files that people bring, of every format, in a process of its own: started for the first file, ended when
 * none comes, and killed with whatever makes it slow or large. Files are read one after another.
 */
export function createFileReader(limits: Partial<ReaderLimits> = {}): FileReader {
  const { readMs, memoryMb, idleMs } = { ...defaults, ...limits }
  const queue: Waiting[] = []
  let process: ChildProcess | null = null
  let isReady = false
  let running: { waiting: Waiting; timer: NodeJS.Timeout } | null = null
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  function end(): void {
    process?.removeAllListeners()
    // a late error of a process that is being ended is nobody's any more
    process?.on('error', () => {})
    process?.kill('SIGKILL')
    process = null
    isReady = false
  }

  function begin(): void {
    const started = fork(new URL('./worker.ts', import.meta.url), {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      env: { ...env, ...compileCache() },
      serialization: 'advanced',
      // what V8 prints when a file exhausts its memory is no news of ours
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // the channel carries what `job.ts` says, since both ends are ours
    started.on('message', (done) => heard(done as Done))
    started.on('error', crash)
    started.on('exit', () => (running ? giveUp() : crash(new Error('the reader of files ended by itself'))))
    started.unref()
    started.channel?.unref()
    process = started
  }

  function next(): void {
    if (running || isClosed) return
    clearTimeout(idle)
    if (queue.length === 0) {
      idle = setTimeout(end, idleMs).unref()
      return
    }
    if (!process) begin()
    if (!isReady) return
    const waiting = queue.shift()
    if (!waiting) return
    running = { waiting, timer: setTimeout(giveUp, readMs[waiting.job.format]) }
    process?.send(waiting.job)
  }

  function take(): Waiting | undefined {
    const waiting = running?.waiting
    clearTimeout(running?.timer)
    running = null
    return waiting
  }

  function heard(done: Done): void {
    if (done.is === 'ready') isReady = true
    else {
      const waiting = take()
      if (done.is === 'read') waiting?.settle(ok(done.value))
      else if (done.is === 'refused') waiting?.settle(refuse(done.refusal))
      else waiting?.fail(new Error(done.error))
    }
    next()
  }

  /** Too slow, or so large that its process died: either way it is the file's doing. */
  function giveUp(): void {
    end()
    take()?.settle(refuse('file-too-complex'))
    // whoever comes next does not pay for the start of another
    if (!isClosed) begin()
    next()
  }

  /** The process did not even start. */
  function crash(error: Error): void {
    end()
    take()?.fail(error)
    for (const waiting of queue.splice(0)) waiting.fail(error)
  }

  return {
    read(format, bytes) {
      if (isClosed) return Promise.reject(new Error('the reader of files is closed'))
      return new Promise((settle, fail) => {
        queue.push({ job: { format, bytes }, settle, fail })
        next()
      })
    },
    close() {
      isClosed = true
      clearTimeout(idle)
      const closed = new Error('the reader of files is closed')
      take()?.fail(closed)
      for (const waiting of queue.splice(0)) waiting.fail(closed)
      end()
    },
  }
}
