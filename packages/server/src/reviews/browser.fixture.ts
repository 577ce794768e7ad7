import { SCHEMA_VERSION } from '@foreword/document/schema'
import { FRAGMENT } from '@foreword/document/yjs'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { vi } from 'vitest'
import * as Y from 'yjs'
import type { Colleague } from '../test/company.ts'

/** A colleague with a draft open, on a real socket. `type` and `erase` come back when the words are on disk. */
export async function openBrowser(url: string, who: Colleague, narrativeId: string) {
  const doc = new Y.Doc()
  let isOut = false
  class WithCookie extends WebSocket {
    constructor(address: string) {
      // Node's own WebSocket takes headers; the type is the browser's
      super(address, { headers: { cookie: who.cookie(), origin: url } } as unknown as string[])
    }
  }
  const websocket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab?schema=${SCHEMA_VERSION}`,
    WebSocketPolyfill: WithCookie,
    delay: 50,
    minDelay: 20,
    maxDelay: 100,
  })
  const provider = new HocuspocusProvider({
    name: narrativeId,
    document: doc,
    websocketProvider: websocket,
    token: 'cookie',
    onAuthenticationFailed: () => {
      isOut = true
    },
    onClose: ({ event }) => {
      if (event.code === 4403) isOut = true
    },
  })
  provider.attach()
  const leave = () => {
    provider.destroy()
    websocket.destroy()
  }
  await vi.waitFor(
    () => {
      if (!provider.synced && !isOut) throw new Error('not synced')
    },
    { timeout: 10_000, interval: 10 },
  )
  if (isOut) {
    leave()
    throw new Error('turned away')
  }

  function textIn(blockId: string): Y.XmlText {
    const block = blockOf(doc.getXmlFragment(FRAGMENT), blockId)
    if (block?.length === 0) block.insert(0, [new Y.XmlText()])
    const found = block?.get(0)
    if (!(found instanceof Y.XmlText)) throw new Error(`no text in ${blockId}`)
    return found
  }
  const saved = () =>
    vi.waitFor(
      () => {
        if (provider.unsyncedChanges > 0) throw new Error('not saved')
      },
      { timeout: 10_000, interval: 5 },
    )

  return {
    async type(blockId: string, at: number, words: string) {
      textIn(blockId).insert(at, words)
      await saved()
    },
    typeUnheard: (blockId: string, at: number, words: string) => textIn(blockId).insert(at, words),
    /** Any change of one block's words, on disk. */
    async change(blockId: string, change: (words: Y.XmlText) => void) {
      change(textIn(blockId))
      await saved()
    },
    async erase(blockId: string) {
      const text = textIn(blockId)
      text.delete(0, text.length)
      await saved()
    },
    /** Any change of the shared document. */
    async edit(change: (doc: Y.Doc) => void) {
      change(doc)
      await saved()
    },
    doc,
    textOf: (blockId: string) => textIn(blockId).toString(),
    isOut: () => isOut,
    leave,
  }
}

function blockOf(parent: Y.XmlFragment, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    const found = child.getAttribute('id') === id ? child : blockOf(child, id)
    if (found) return found
  }
  return null
}
