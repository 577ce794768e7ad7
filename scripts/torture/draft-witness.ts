import { setTimeout as delay } from 'node:timers/promises'
import { readStoredDraft, replay } from '@foreword/server/live/draft-store'
import type * as Y from 'yjs'
import { type Draft, openDraft } from '../../packages/web/src/live/draft.ts'
import { type Home, socketWith } from './homes.ts'
import type { House } from './house.ts'
import type { Random } from './random.ts'
import type { Testimony, Witness } from './witness.ts'

const PAUSE_MS = 15
const DELETES_ONE_IN = 8
const FINISH_WITHIN_MS = 30_000

/** Several people typing words into one draft, and striking some out, with the provider that the browser uses. */
export function draftWitness(options: {
  typists: number
  random: Random
  homeIn: (house: House) => Promise<Home>
}): Witness {
  return {
    name: 'edits',
    async begin(house) {
      const home = await options.homeIn(house)
      const typists = Array.from({ length: options.typists }, (_, index) =>
        startTyping(house, home, `p${options.random.integer(1e9).toString(36)}x${index}`, options.random),
      )
      await Promise.all(typists.map((typist) => typist.joined))
      return testimony(house, home.documentId, typists)
    },
  }
}

type Typist = ReturnType<typeof startTyping>

function startTyping(house: House, home: Home, name: string, random: Random) {
  const { documentId, schemaVersion, cookie } = home
  const draft: Draft = openDraft({
    documentId,
    schemaVersion,
    url: house.collabUrl,
    socket: socketWith(cookie),
  })
  const text = draft.doc.getText('words')
  /** Each edit in order: a word written, or a word of one's own struck out. */
  const edits: { word: string; isStruck: boolean }[] = []
  let acknowledged = 0
  let isTyping = true

  draft.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    // what the status line would call saved: every edit made until now
    if (number === 0) acknowledged = edits.length
  })

  async function type(): Promise<void> {
    while (isTyping) {
      const word = random.integer(DELETES_ONE_IN) === 0 ? oneOfMine() : undefined
      if (word === undefined) write()
      else strike(word)
      await delay(random.integer(2 * PAUSE_MS))
    }
  }

  function write(): void {
    const word = `${name}.${edits.length}`
    edits.push({ word, isStruck: false })
    text.insert(wordBoundary(text, random), `${word} `)
  }

  /** A word of one's own that still stands. */
  function oneOfMine(): string | undefined {
    const word = edits[random.integer(Math.max(1, edits.length))]?.word
    return word !== undefined && text.toString().includes(`${word} `) ? word : undefined
  }

  function strike(word: string): void {
    edits.push({ word, isStruck: true })
    text.delete(text.toString().indexOf(`${word} `), word.length + 1)
  }

  const joined = until(
    () => draft.state().isLoaded,
    () => `${name} could not join: ${JSON.stringify(draft.state())}`,
  ).then(() => void type())

  return {
    joined,
    count: () => ({ attempted: edits.length, acknowledged }),
    missingFrom: (words: ReadonlySet<string>, upTo: number) => missingFrom(words, edits, upTo),
    async finish() {
      isTyping = false
      await until(
        () => draft.state().status === 'saved',
        () => `${name} was never told that all is saved, but: ${JSON.stringify(draft.state())}`,
      )
    },
    async leave() {
      isTyping = false
      await draft.close()
    },
  }
}

function missingFrom(
  words: ReadonlySet<string>,
  edits: readonly { word: string; isStruck: boolean }[],
  upTo: number,
): string[] {
  // a strike that was made but not acknowledged may or may not be on disk
  const struckLater = new Set(edits.slice(upTo).flatMap((edit) => (edit.isStruck ? [edit.word] : [])))
  const struck = new Set(edits.slice(0, upTo).flatMap((edit) => (edit.isStruck ? [edit.word] : [])))
  return edits.slice(0, upTo).flatMap(({ word, isStruck }) => {
    if (isStruck) return words.has(word) ? [`${word} is back`] : []
    if (struck.has(word) || struckLater.has(word)) return []
    return words.has(word) ? [] : [`${word} is lost`]
  })
}

function testimony(house: House, documentId: string, typists: readonly Typist[]): Testimony {
  const sum = () =>
    typists
      .map((typist) => typist.count())
      .reduce(
        (one, two) => ({
          attempted: one.attempted + two.attempted,
          acknowledged: one.acknowledged + two.acknowledged,
        }),
        { attempted: 0, acknowledged: 0 },
      )
  return {
    count: sum,
    async missing() {
      // taken before the database is read: what is acknowledged meanwhile is the next call's
      const upTo = typists.map((typist) => typist.count().acknowledged)
      const stored = await readStoredDraft(house.pool, documentId)
      if (!stored) return [`the draft ${documentId} is lost`]
      const words = new Set(replay(stored.updates).getText('words').toString().split(' '))
      return typists.flatMap((typist, index) => typist.missingFrom(words, upTo[index] ?? 0))
    },
    async finish() {
      await Promise.all(typists.map((typist) => typist.finish()))
    },
    async abandon() {
      await Promise.all(typists.map((typist) => typist.leave()))
    },
  }
}

/** An insertion between words keeps every word whole, whoever else inserts there. */
function wordBoundary(text: Y.Text, random: Random): number {
  const words = text.toString()
  return words.indexOf(' ', random.integer(words.length + 1)) + 1
}

async function until(isTrue: () => boolean, otherwise: () => string): Promise<void> {
  const deadline = Date.now() + FINISH_WITHIN_MS
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(otherwise())
    await delay(5)
  }
}
