import { expect, test } from 'vitest'
import { openDraftLog } from './draft-log.ts'

test('A1: what is written leaves for the others before the database is asked, and is durable after', async () => {
  const order: string[] = []
  const log = openDraftLog({
    now: () => new Date(),
    async write(batch) {
      order.push(`${batch.length} to the disk`)
      // another comes while these are on their way
      if (order.length === 2) write('third')
    },
    failed: () => {},
    refused: () => {},
  })
  // as Hocuspocus has it: what one turn of the event loop brought is sent together at the end of it
  function write(word: string): void {
    setImmediate(() => order.push(`${word} sent`))
    const bytes = new TextEncoder().encode(word)
    log.append({ workspaceId: 'w', documentId: 'd', bytes, author: null, at: new Date() })
  }
  write('first')
  log.whenDurable('d', () => order.push('first acknowledged'))
  await log.durable()
  await log.durable()
  expect(order).toEqual(['first sent', '1 to the disk', 'first acknowledged', 'third sent', '1 to the disk'])
})
