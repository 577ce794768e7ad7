import { noAnswers } from '@foreword/core/initiatives/answers'
import { expect, test } from 'vitest'
import { createSaver, type Sent } from './saver.ts'
import { combine, type Fields, split, type Unsaved, withUnsaved } from './unsaved.ts'

/** A saver with our clock, a server whose answers we give, and a journal we can read. */
function bench(start: { journal?: Unsaved } = {}) {
  const sent: Unsaved[] = []
  const answers: ((sent: Sent) => void)[] = []
  let kept: Unsaved | null = start.journal ?? null
  let version = 0
  let later: { ms: number; run: () => void } | null = null
  const saver = createSaver({
    send(unsaved) {
      sent.push(unsaved)
      return new Promise((resolve) => answers.push(resolve))
    },
    version: () => version,
    journal: {
      read: () => kept,
      write(unsaved) {
        kept = unsaved
      },
    },
    after(ms, run) {
      const mine = { ms, run }
      later = mine
      return () => {
        if (later === mine) later = null
      }
    },
  })
  return {
    saver,
    sent,
    journal: () => kept,
    waits: () => later?.ms ?? null,
    tick() {
      const due = later
      later = null
      due?.run()
    },
    async answer(with_: Sent) {
      if (with_.name === 'saved') version += 1
      answers.shift()?.(with_)
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}
const who = (text: string): Fields => ({ who: text })

test('A1: “saved” is said only after the server’s answer, and not while newer words wait', async () => {
  const { saver, sent, tick, answer, journal } = bench()
  saver.write(who('Oyster'))
  expect([saver.state(), sent, journal()]).toEqual([
    { name: 'saving' },
    [],
    { version: 0, fields: { who: 'Oyster' } },
  ])
  saver.write(who('Oyster growers'))
  tick()
  expect(sent).toEqual([{ version: 0, fields: { who: 'Oyster growers' } }])
  saver.write(who('Oyster growers in Maine'))
  await answer({ name: 'saved' })
  expect(saver.state()).toEqual({ name: 'saving' })
  expect(sent).toHaveLength(2)
  await answer({ name: 'saved' })
  expect([saver.state(), saver.unsaved(), journal()]).toEqual([{ name: 'saved' }, null, null])
})

test('A1: without an answer it says so, waits longer each time, and sends everything typed since', async () => {
  const { saver, sent, tick, answer, waits } = bench()
  saver.write(who('Oyster'))
  tick()
  await answer({ name: 'unanswered' })
  expect([saver.state(), waits()]).toEqual([{ name: 'not-saved' }, 1_000])
  saver.write({ time: 'At five' })
  expect(saver.state()).toEqual({ name: 'not-saved' })
  tick()
  expect(sent.at(-1)).toEqual({ version: 0, fields: { who: 'Oyster', time: 'At five' } })
  await answer({ name: 'unanswered' })
  expect(waits()).toBe(2_000)
  tick()
  await answer({ name: 'saved' })
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saved' }, null])
})

test('A1: words left in the journal by a closed tab are shown and sent when the page opens again', async () => {
  const { saver, sent, tick, answer, journal } = bench({ journal: { version: 3, fields: who('Growers') } })
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saving' }, { who: 'Growers' }])
  tick()
  expect(sent).toEqual([{ version: 3, fields: { who: 'Growers' } }])
  await answer({ name: 'saved' })
  expect(journal()).toBe(null)
})

test('W2: a contested field keeps both; the free ones are sent on, and the person chooses', async () => {
  const { saver, sent, tick, answer } = bench()
  saver.write({ who: 'Fishers', time: 'At five' })
  tick()
  await answer({ name: 'contested', version: 2, contested: who('Fishers'), free: { time: 'At five' } })
  expect(sent.at(-1)).toEqual({ version: 2, fields: { time: 'At five' } })
  await answer({ name: 'saved' })
  expect([saver.state(), saver.contested()]).toEqual([{ name: 'contested' }, { who: 'Fishers' }])
  saver.write(who('Fishers of Maine'))
  expect(saver.unsaved()).toEqual({ who: 'Fishers of Maine' })
  saver.keepMine()
  expect(sent.at(-1)).toEqual({ version: 2, fields: { who: 'Fishers of Maine' } })
  await answer({ name: 'saved' })
  expect(saver.state()).toEqual({ name: 'saved' })
})

test('W2: taking theirs leaves nothing of mine to be sent', async () => {
  const { saver, sent, tick, answer } = bench()
  saver.write(who('Fishers'))
  tick()
  await answer({ name: 'contested', version: 2, contested: who('Fishers'), free: {} })
  saver.takeTheirs()
  expect([saver.state(), saver.unsaved(), sent.length]).toEqual([{ name: 'saved' }, null, 1])
})

test('A5: what the server refuses is kept, said, and not sent again by itself', async () => {
  const { saver, sent, tick, answer, waits } = bench()
  saver.write(who('x'))
  tick()
  await answer({ name: 'refused', message: 'Too long' })
  expect([saver.state(), saver.unsaved(), waits()]).toEqual([
    { name: 'refused', message: 'Too long' },
    { who: 'x' },
    null,
  ])
  saver.again()
  expect(sent).toHaveLength(2)
})

test('W6: edits of one entry are gathered, and a removal takes them with it', () => {
  const a = { items: [{ id: 'aaaaaaaa', statement: 'Nine' }] }
  const b = { items: [{ id: 'aaaaaaaa', source: 'Calls' }, { id: 'bbbbbbbb' }] }
  expect(combine(a, b)).toEqual({
    items: [{ id: 'aaaaaaaa', statement: 'Nine', source: 'Calls' }, { id: 'bbbbbbbb' }],
  })
  expect(combine(b, { removed: ['aaaaaaaa'] })).toEqual({
    items: [{ id: 'bbbbbbbb' }],
    removed: ['aaaaaaaa'],
  })
  expect(combine({ others: ['x', 'y'] }, { others: ['y'] })).toEqual({ others: ['y'] })
})

test('W2: unsaved words stand over what the server has', () => {
  const saved = { ...noAnswers.customer, who: 'Growers', time: 'At five' }
  expect(withUnsaved('customer', saved, who('Fishers'))).toEqual({ ...saved, who: 'Fishers' })
  expect(withUnsaved('customer', saved, null)).toBe(saved)
  const evidence = withUnsaved('evidence', noAnswers.evidence, {
    items: [{ id: 'aaaaaaaa', statement: 'Nine' }],
  })
  expect(evidence.items).toMatchObject([{ id: 'aaaaaaaa', kind: 'interview', statement: 'Nine' }])
})

test('W2: what somebody else changed is told from what nobody did', () => {
  const base = { ...noAnswers.customer, who: 'Growers' }
  const now = { ...base, who: 'Wholesalers' }
  expect(split({ who: 'Fishers', time: 'At five' }, base, now)).toEqual({
    contested: { who: 'Fishers' },
    free: { time: 'At five' },
  })
})
