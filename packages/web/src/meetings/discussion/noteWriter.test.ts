import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { NoteWriter } from './noteWriter.ts'

/** A server that keeps one note as ours does, and a browser's storage. */
function house() {
  let stands = { text: '', version: 0 }
  let isAway = false
  let isDeaf = false
  let stored: Record<string, { text: string; over: number }> = {}
  const send = async (_: string, { text, over }: { text: string; over: number }) => {
    if (isAway) throw new TypeError('Failed to fetch')
    if (text === stands.text) return answer(stands.version)
    if (over !== stands.version) throw new ORPCError('note-has-changed', { status: 409 })
    stands = { text, version: over + 1 }
    return answer(stands.version)
  }
  /** What it has done may be lost on the way back. */
  const answer = (version: number) => {
    if (isDeaf) throw new TypeError('Failed to fetch')
    return version
  }
  return {
    stands: () => stands,
    stored: () => stored,
    writes: (text: string) => {
      stands = { text, version: stands.version + 1 }
    },
    away: (is: boolean) => {
      isAway = is
    },
    losesAnswers: (is: boolean) => {
      isDeaf = is
    },
    open: () =>
      new NoteWriter({
        send,
        kept: {
          read: () => stored,
          write: (all) => {
            stored = all
          },
        },
        restMs: 1,
        againMs: 1,
      }),
  }
}
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000, interval: 2 })
const at = (writer: NoteWriter) => writer.drafts().get('q')?.at

test('A1: what is typed is sent by itself, and is held until the room has it', async () => {
  const server = house()
  const writer = server.open()
  writer.write('q', 'Luis:', 0)
  writer.write('q', 'Luis: two cents.', 0)
  await until(() => expect(at(writer)).toBe('saved'))
  expect(server.stands().text).toBe('Luis: two cents.')
  expect(server.stored()).toEqual({})
  writer.heard('q', 0)
  expect(at(writer)).toBe('saved')
  writer.heard('q', server.stands().version)
  expect(at(writer)).toBeUndefined()
})

test('A1: while the server is away it is kept here, also by a page that is loaded anew, and sent when it is back', async () => {
  const server = house()
  server.away(true)
  const writer = server.open()
  writer.write('q', 'Luis: two cents.', 0)
  await until(() => expect(at(writer)).toBe('away'))
  expect(server.stored()).toMatchObject({ q: { text: 'Luis: two cents.', over: 0 } })
  writer.discard('another')
  const again = server.open()
  expect(again.drafts().get('q')?.text).toBe('Luis: two cents.')
  server.away(false)
  await until(() => expect(at(again)).toBe('saved'))
  expect(server.stands()).toEqual({ text: 'Luis: two cents.', version: 1 })
})

test.each([false, true])(
  'A1: what was written down while its answer was lost is not taken for somebody else’s words (loaded anew: %s)',
  async (isLoadedAnew) => {
    const server = house()
    server.losesAnswers(true)
    const writer = server.open()
    writer.write('q', 'Luis: two', 0)
    await until(() => expect(at(writer)).toBe('away'))
    expect(server.stands()).toEqual({ text: 'Luis: two', version: 1 })
    writer.write('q', 'Luis: two cents.', 0)
    await until(() => expect(at(writer)).toBe('away'))
    const goesOn = isLoadedAnew ? server.open() : writer
    if (isLoadedAnew) writer.discard('q')
    server.losesAnswers(false)
    await until(() => expect(at(goesOn)).toBe('saved'))
    expect(server.stands()).toEqual({ text: 'Luis: two cents.', version: 2 })
  },
)

test('what somebody else wrote meanwhile is not written over; whoever wrote this says what becomes of both', async () => {
  const server = house()
  const writer = server.open()
  server.writes('Ines: three.')
  writer.write('q', 'Luis: two.', 0)
  await until(() => expect(at(writer)).toBe('changed'))
  expect(server.stands().text).toBe('Ines: three.')
  // typing on sends nothing
  writer.write('q', 'Luis: two cents.', 0)
  expect(at(writer)).toBe('changed')
  writer.settle('q', 'Ines: three.\nLuis: two cents.', server.stands().version)
  await until(() => expect(at(writer)).toBe('saved'))
  expect(server.stands()).toEqual({ text: 'Ines: three.\nLuis: two cents.', version: 2 })
})

test('what is typed while the words before are on their way goes after them', async () => {
  const server = house()
  const writer = server.open()
  writer.write('q', 'a', 0)
  await until(() => expect(at(writer)).not.toBe('waiting'))
  writer.write('q', 'ab', 0)
  await until(() => expect(server.stands().text).toBe('ab'))
  await until(() => expect(at(writer)).toBe('saved'))
})
