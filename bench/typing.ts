import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { cpuMeter, percentile, type Run } from './figures.ts'
import { openRawSocket, type RawSocket } from './raw-socket.ts'
import type { Side } from './sides.ts'
import { PARAGRAPHS, sixPages } from './six-pages.ts'

export type TypingOptions = {
  typists: number
  /** Sockets that only read. */
  readers: number
  editsPerSecond: number
  seconds: number
  /** How many of all sockets look into what they receive. */
  probes: number
  /** Beside the typing, plain INSERTs at the same pace on a connection of their own. */
  isBesideInserts?: boolean
}

/** An edit is a mark, found again in the bytes of whatever frame carries it: no socket decodes a document. */
const MARK = /~[0-9a-z]{7}/g
const WARM_UP_MS = 1_000
const LAST_ARRIVE_WITHIN_MS = 300

/** People type in one six-page draft: milliseconds from a keystroke to the others, and to its own acknowledgement. */
export async function typing(side: Side, options: TypingOptions): Promise<Run> {
  const { typists, readers, editsPerSecond, seconds, probes } = options
  const documentId = await side.make(sixPages())
  const sockets = await Promise.all(
    Array.from({ length: typists + readers }, () => join(side.url, documentId)),
  )
  const sent = new Map<string, number>()
  const propagation: number[] = []
  const acknowledgement: number[] = []
  let isMeasuring = false

  // probes are taken from the end: readers where there are any, and of typists only the last few
  const seen = sockets.slice(-probes).map(() => new Set<string>())
  for (const [probe, { socket }] of sockets.slice(-probes).entries()) {
    socket.onUpdate((frame) => {
      const now = performance.now()
      for (const [mark] of frame.toString('latin1').matchAll(MARK)) {
        seen[probe]?.add(mark)
        const at = sent.get(mark)
        if (at !== undefined && isMeasuring) propagation.push(now - at)
      }
    })
  }

  let marks = 0
  const everyMs = 1000 / editsPerSecond
  const ends = performance.now() + WARM_UP_MS + seconds * 1000
  async function type({ socket, state }: Joined, index: number): Promise<void> {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const text = paragraph(doc, index % PARAGRAPHS)
    const owed: number[] = []
    socket.onAcknowledged(() => {
      const at = owed.shift()
      if (at !== undefined && isMeasuring) acknowledgement.push(performance.now() - at)
    })
    doc.on('update', (update: Uint8Array) => socket.send(update))
    await delay((everyMs * index) / typists)
    for (let due = performance.now(); due < ends; due += everyMs) {
      const mark = `~${(marks++).toString(36).padStart(7, '0')}`
      const now = performance.now()
      sent.set(mark, now)
      owed.push(now)
      text.insert(text.length, mark)
      await delay(Math.max(0, due + everyMs - performance.now()))
    }
  }

  const work = Promise.all(sockets.slice(0, typists).map(type))
  const inserts =
    options.isBesideInserts && side.pool ? pacedInserts(side.pool, everyMs, ends) : Promise.resolve([])
  await delay(WARM_UP_MS)
  isMeasuring = true
  const cpu = cpuMeter()
  await work
  const harnessCpu = cpu()
  isMeasuring = false
  const inserted = await inserts
  await delay(LAST_ARRIVE_WITHIN_MS)
  const undelivered = seen.reduce((sum, marksSeen) => sum + sent.size - marksSeen.size, 0)
  await Promise.all(sockets.map(({ socket }) => socket.close()))
  return {
    harnessCpu,
    figures: {
      undelivered,
      propagationP50: percentile(propagation, 0.5),
      propagationP95: percentile(propagation, 0.95),
      acknowledgementP50: percentile(acknowledgement, 0.5),
      acknowledgementP95: percentile(acknowledgement, 0.95),
      ...(inserted.length > 0 && {
        insertP50: percentile(inserted, 0.5),
        insertP95: percentile(inserted, 0.95),
      }),
    },
  }
}

type Joined = { socket: RawSocket; state: Uint8Array }

async function join(url: string, documentId: string): Promise<Joined> {
  const socket = openRawSocket(url, documentId)
  return { socket, state: await socket.synced }
}

function paragraph(doc: Y.Doc, index: number): Y.XmlText {
  const element = doc.getXmlFragment('default').get(index)
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('a six-page draft has text in every paragraph')
  return text
}

/** What one durable row costs on this machine at this pace, whoever writes it: half a beat after the typist. */
async function pacedInserts(
  pool: NonNullable<Side['pool']>,
  everyMs: number,
  ends: number,
): Promise<number[]> {
  await pool.query('create table if not exists bench_row (at timestamptz not null, bytes bytea not null)')
  const bytes = Buffer.alloc(40)
  const took: number[] = []
  await delay(everyMs / 2)
  for (let due = performance.now(); due < ends; due += everyMs) {
    const from = performance.now()
    await pool.query({ name: 'bench', text: 'insert into bench_row values (now(), $1)', values: [bytes] })
    took.push(performance.now() - from)
    await delay(Math.max(0, due + everyMs - performance.now()))
  }
  return took
}
