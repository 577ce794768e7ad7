import { setTimeout as delay } from 'node:timers/promises'
import { SCHEMA_VERSION } from '@foreword/document/schema'
import { FRAGMENT } from '@foreword/document/yjs'
import { sixPageGuide } from '@foreword/server/test/six-pages'
import * as Y from 'yjs'
import { openHouse, theApp } from '../scripts/torture/house.ts'
import { cpuMeter, percentile, type Run } from './figures.ts'
import type { Pinning } from './pinning.ts'
import { openRawSocket } from './raw-socket.ts'

const PAGES = 6
const EDITS = 60
/** Somebody who thinks between two words: each edit finds the server with nothing to do. */
const BETWEEN_MS = 250
const WARMING_EDITS = 40
/** More than one of these apart and the two are different edits. */
const ANSWERED_WITHIN_MS = 10_000

type Layout = { corePages: number; words: number }

/**
 * The whole app with one draft of six pages, and somebody who writes a word at a random place and watches what the
 * draft says of its pages: from the edit's leaving to the layout's coming that has the word in it.
 */
export async function layingOut({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  try {
    await house.start()
    const author = await founder(house.origin)
    const narrativeId = await author.bring(sixPageGuide())
    const layouts = author.watchLayout(narrativeId)
    const headers = { cookie: author.cookie, origin: house.origin }
    const socket = openRawSocket(`${house.collabUrl}?schema=${SCHEMA_VERSION}`, narrativeId, { headers })
    const draft = new Y.Doc()
    Y.applyUpdate(draft, await socket.synced)
    draft.on('update', (update: Uint8Array) => socket.send(update))

    const first = await layouts.next()
    if (first.corePages !== PAGES)
      throw new Error(`there are ${first.corePages} pages to lay out, not ${PAGES}`)
    let { words } = first

    const editMs = async () => {
      const from = performance.now()
      writeWord(draft)
      words += 1
      for (;;) {
        const { words: seen } = await layouts.next()
        if (seen === words) return performance.now() - from
      }
    }

    for (let n = 0; n < WARMING_EDITS; n++) await editMs()
    const runs: Run[] = []
    for (let n = 0; n < repeats; n++) {
      const took: number[] = []
      const cpu = cpuMeter()
      for (let edit = 0; edit < EDITS; edit++) {
        await delay(BETWEEN_MS)
        took.push(await editMs())
      }
      const harnessCpu = cpu()
      runs.push({ harnessCpu, figures: { p50: percentile(took, 0.5), p95: percentile(took, 0.95) } })
    }
    await socket.close()
    layouts.close()
    return runs
  } finally {
    await house.stop()
  }
}

/** One word more at the start of one paragraph or another. */
function writeWord(draft: Y.Doc): void {
  const texts = textsIn(draft.getXmlFragment(FRAGMENT))
  const text = texts[Math.floor(Math.random() * texts.length)]
  if (!text) throw new Error('a draft without a paragraph')
  text.insert(0, 'Harbour ')
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    const [only] = child.toArray()
    return child.nodeName === 'paragraph' && only instanceof Y.XmlText ? [only] : textsIn(child)
  })
}

async function founder(origin: string) {
  const made = await fetch(`${origin}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      company: 'Bench',
      name: 'Author',
      email: 'author@bench.example',
      password: 'a plain password of a benchmark',
    }),
  })
  if (!made.ok) throw new Error(`the company could not be made: ${await made.text()}`)
  const cookie = made.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')

  return {
    cookie,
    async bring(markdown: string): Promise<string> {
      const body = new FormData()
      body.set('file', new File([markdown], 'six-pages.md'))
      const answer = await fetch(`${origin}/api/imports`, { method: 'POST', headers: { cookie }, body })
      if (!answer.ok) throw new Error(`the document could not be brought: ${await answer.text()}`)
      const { narrativeId }: { narrativeId: string } = await answer.json()
      return narrativeId
    },
    watchLayout(narrativeId: string) {
      const ending = new AbortController()
      const layouts = eventsFrom<Layout>(`${origin}/api/narratives/${narrativeId}/layout/live`, {
        headers: { cookie },
        signal: ending.signal,
      })
      return {
        async next(): Promise<Layout> {
          const late = AbortSignal.timeout(ANSWERED_WITHIN_MS)
          const { promise: isLate, reject } = Promise.withResolvers<never>()
          late.onabort = () => reject(new Error('no layout came'))
          const { value, done } = await Promise.race([layouts.next(), isLate])
          if (done) throw new Error('the layouts ended')
          return value
        },
        close: () => ending.abort(),
      }
    },
  }
}

/** What a stream of server-sent events carries, read as it comes. */
async function* eventsFrom<Data>(url: string, init: RequestInit): AsyncGenerator<Data, void> {
  const { body } = await fetch(url, init)
  if (!body) throw new Error(`${url} answered nothing`)
  let rest = ''
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data) yield JSON.parse(data)
    }
  }
}
