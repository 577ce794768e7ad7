import { parentPort, workerData } from 'node:worker_threads'
import { readMarkdown } from './read-file.ts'

// what `readMarkdownFile` handed over
parentPort?.postMessage(readMarkdown(workerData as Uint8Array))
