import { Worker } from 'node:worker_threads'
import { LARGEST_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import { ok, type Result, refuse } from '@foreword/core/result'
import { wordsByPart } from '@foreword/document/contents'
import { documentFromMarkdown, type ImportRefusal } from '@foreword/document/markdown-in'
import { newId } from '../db/ids.ts'
import { type Seed, seedFrom } from './seed.ts'

/** A larger file takes long enough to read that others would notice: it is read on another thread. */
const READ_HERE_BYTES = 64 * 1024
const LONGEST_READ_MS = 20_000

const refusalOf = {
  'file-empty': 'empty-file',
  'file-too-large': 'too-large',
  'file-not-text': 'not-text',
  'file-nested-too-deep': 'too-deep',
  'file-too-complex': 'too-complex',
} as const satisfies Record<ImportRefusal, string>
export type FileRefusal = (typeof refusalOf)[ImportRefusal]

/** A draft's first words, and how many of them each part holds. */
export interface Brought {
  seed: Seed
  brought: { part: string; words: number }[]
}

/** The draft that a Markdown file makes, or why it cannot be read. Nothing is written. */
export async function readMarkdownFile(file: File): Promise<Result<Brought, FileRefusal>> {
  if (file.size > LARGEST_FILE_BYTES) return refuse('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return bytes.length <= READ_HERE_BYTES ? readMarkdown(bytes) : readElsewhere(bytes)
}

export function readMarkdown(bytes: Uint8Array): Result<Brought, FileRefusal> {
  const read = documentFromMarkdown(bytes, newId)
  return read.ok
    ? ok({ seed: seedFrom(read.value), brought: wordsByPart(read.value) })
    : refuse(refusalOf[read.refusal])
}

function readElsewhere(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Brought, FileRefusal>> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: bytes,
    transferList: [bytes.buffer],
  })
  return new Promise<Result<Brought, FileRefusal>>((resolve, reject) => {
    // a file made to be slow is refused like one that is too intricate to read
    const timer = setTimeout(() => resolve(refuse('too-complex')), LONGEST_READ_MS)
    worker.once('message', (read: Result<Brought, FileRefusal>) => resolve(read))
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the reader of a file ended by itself')) // after an answer this is heard by nobody
    })
  }).finally(() => void worker.terminate())
}
