import { expect, test } from 'vitest'
import { createChannels, ListenerTooSlow } from './channels.ts'

test('a listener hears what is published after it subscribed, in order, and nothing of other topics', async () => {
  const channels = createChannels()
  channels.publish('meeting', 0)
  const heard = channels.subscribe<number>('meeting')
  channels.publish('meeting', 1)
  channels.publish('other', 99)
  channels.publish('meeting', 2)
  expect([await heard.next(), await heard.next()]).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ])
  const next = heard.next()
  channels.publish('meeting', 3)
  expect(await next).toEqual({ done: false, value: 3 })
})

test('a listener of projections that falls behind gets only the newest', async () => {
  const channels = createChannels()
  const heard = channels.subscribe<string>('room', undefined, { keep: 'latest' })
  for (const phase of ['lobby', 'reading', 'reveal']) channels.publish('room', phase)
  expect(await heard.next()).toEqual({ done: false, value: 'reveal' })
})

test('a listener too far behind is ended with an error rather than missing something in silence', async () => {
  const channels = createChannels()
  const heard = channels.subscribe<number>('room', undefined, { keep: 'all', limit: 2 })
  for (const message of [1, 2, 3]) channels.publish('room', message)
  await expect(heard.next()).rejects.toBeInstanceOf(ListenerTooSlow)
  expect(channels.listeners('room')).toBe(0)
})

test('a listener ends with its signal, and when its loop is left, and leaves nothing behind', async () => {
  const channels = createChannels()
  const gone = new AbortController()
  const waiting = channels.subscribe<number>('room', gone.signal).next()
  gone.abort()
  expect(await waiting).toEqual({ done: true, value: undefined })
  const loop = channels.subscribe<number>('room')
  channels.publish('room', 1)
  for await (const message of loop) if (message === 1) break
  expect(channels.listeners('room')).toBe(0)
  expect(await channels.subscribe('room', AbortSignal.abort()).next()).toEqual({
    done: true,
    value: undefined,
  })
  expect(channels.listeners('room')).toBe(0)
})
