import { newEvidence, noAnswers } from '@foreword/core/initiatives/answers'
import { expect, test } from 'vitest'
import { createSaver, type Sent } from './saver.ts'
import { combine, type Fields, reconcile, type Seen, type Unsaved, withUnsaved } from './unsaved.ts'

/** A saver with our clock, a server whose answers we give, and a journal we can read. */
function bench(start: { journal?: Unsaved; known?: Seen } = {}) {
  const sent: Unsaved[] = []
  const answers: ((sent: Sent) => void)[] = []
  let kept: Unsaved | null = start.journal ?? null
  let now: Seen = start.known ?? nothing
  let later: { ms: number; run: () => void } | null = null
  const saver = createSaver({
    send(unsaved) {
      sent.push(unsaved)
      return new Promise((resolve) => answers.push(resolve))
    },
    known: now,
    over: (answer, fields) => ({ ...answer, ...fields }),
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
  async function answer(with_: Sent) {
    if ('now' in with_) now = with_.now
    answers.shift()?.(with_)
    await Promise.resolve()
    await Promise.resolve()
  }
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
    /** The server keeps what was sent. */
    keep: () =>
      answer({
        name: 'saved',
        now: { version: now.version + 1, answer: { ...now.answer, ...sent.at(-1)?.fields } },
      }),
    answer,
  }
}
const who = (text: string): Fields => ({ who: text })
const nothing: Seen = { version: 0, answer: noAnswers.customer }
const said = (version: number, fields: Fields): Seen => ({
  version,
  answer: { ...noAnswers.customer, ...fields },
})

test('A1: “saved” is said only after the server’s answer, and not while newer words wait', async () => {
  const { saver, sent, tick, keep, journal } = bench()
  saver.write(who('Oyster'))
  expect([saver.state(), sent, journal()]).toEqual([
    { name: 'saving' },
    [],
    { ...nothing, fields: { who: 'Oyster' } },
  ])
  saver.write(who('Oyster growers'))
  tick()
  expect(sent).toEqual([{ ...nothing, fields: { who: 'Oyster growers' } }])
  saver.write(who('Oyster growers in Maine'))
  await keep()
  expect(saver.state()).toEqual({ name: 'saving' })
  expect(sent).toHaveLength(2)
  await keep()
  expect([saver.state(), saver.unsaved(), journal()]).toEqual([{ name: 'saved' }, null, null])
})

test('A1: without an answer it says so, waits longer each time, and sends everything typed since', async () => {
  const { saver, sent, tick, answer, keep, waits } = bench()
  saver.write(who('Oyster'))
  tick()
  await answer({ name: 'unanswered' })
  expect([saver.state(), waits()]).toEqual([{ name: 'not-saved' }, 1_000])
  saver.write({ time: 'At five' })
  expect(saver.state()).toEqual({ name: 'not-saved' })
  tick()
  expect(sent.at(-1)).toEqual({ ...nothing, fields: { who: 'Oyster', time: 'At five' } })
  await answer({ name: 'unanswered' })
  expect(waits()).toBe(2_000)
  tick()
  await keep()
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saved' }, null])
})

test('A1: words left in the journal by a closed tab are shown and sent when the page opens again', async () => {
  const { saver, sent, tick, keep, journal } = bench({ journal: { ...said(3, {}), fields: who('Growers') } })
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saving' }, { who: 'Growers' }])
  tick()
  expect(sent).toEqual([{ ...said(3, {}), fields: { who: 'Growers' } }])
  await keep()
  expect(journal()).toBe(null)
})

test('W2: a contested field keeps both; the free ones are sent on, and the person chooses', async () => {
  const { saver, sent, tick, answer, keep } = bench()
  const theirs = said(2, { who: 'Wholesalers', place: 'On the quay' })
  const known = said(0, { who: 'Growers' })
  saver.arrived(known)
  saver.write({ who: 'Fishers', time: 'At five' })
  tick()
  await answer({ name: 'meanwhile', now: theirs })
  expect(sent.at(-1)).toEqual({ ...theirs, fields: { time: 'At five' } })
  await keep()
  expect([saver.state(), saver.contested()]).toEqual([{ name: 'contested' }, { who: 'Fishers' }])
  saver.write(who('Fishers of Maine'))
  expect(saver.unsaved()).toEqual({ who: 'Fishers of Maine' })
  saver.keepMine()
  expect(sent.at(-1)).toEqual({ ...theirs, fields: { who: 'Fishers of Maine' } })
  await keep()
  expect(saver.state()).toEqual({ name: 'saved' })
})

test('W2: taking theirs leaves nothing of mine to be sent', async () => {
  const { saver, sent, tick, answer } = bench({ known: said(1, { who: 'Growers' }) })
  saver.write(who('Fishers'))
  tick()
  await answer({ name: 'meanwhile', now: said(2, { who: 'Wholesalers' }) })
  saver.takeTheirs()
  expect([saver.state(), saver.unsaved(), sent.length]).toEqual([{ name: 'saved' }, null, 1])
})

test('W2: what somebody else wrote elsewhere in a text is in it at once, while mine waits', () => {
  const { saver, sent, tick } = bench({ known: said(1, { who: 'Growers with boats.' }) })
  saver.write(who('Growers with two boats.'))
  const theirs = said(2, { who: 'Growers with boats. They sell oysters.' })
  saver.arrived(theirs)
  const both = { who: 'Growers with two boats. They sell oysters.' }
  expect([saver.unsaved(), saver.latest(), saver.state()]).toEqual([both, theirs, { name: 'saving' }])
  tick()
  expect(sent).toEqual([{ ...theirs, fields: both }])
})

test('W2: words typed while others are on their way are typed on those, whatever comes between', async () => {
  const { saver, sent, tick, answer, keep } = bench({ known: said(1, { who: 'They wait.' }) })
  saver.write(who('They often wait.'))
  tick()
  saver.write(who('They often wait in vain.'))
  const theirs = said(2, { who: 'They wait. It is dark.' })
  saver.arrived(theirs)
  expect(saver.unsaved()).toEqual({ who: 'They often wait in vain.' })
  await answer({ name: 'meanwhile', now: theirs })
  expect(sent.at(-1)).toEqual({ ...theirs, fields: who('They often wait in vain. It is dark.') })
  saver.write(who('They often wait in vain. It is cold and dark.'))
  await keep()
  expect(sent.at(-1)?.fields).toEqual(who('They often wait in vain. It is cold and dark.'))
  await keep()
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saved' }, null])
})

test('W2: words of a closed tab are put among what others wrote since', () => {
  const journal = { ...said(1, { who: 'They wait.' }), fields: who('They often wait.') }
  const { saver } = bench({ journal, known: said(4, { who: 'They wait. It is dark.' }) })
  expect([saver.state(), saver.unsaved()]).toEqual([{ name: 'saving' }, who('They often wait. It is dark.')])
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
  expect(combine({ removed: ['aaaaaaaa', 'bbbbbbbb'] }, { items: [{ id: 'aaaaaaaa' }] })).toEqual({
    items: [{ id: 'aaaaaaaa' }],
    removed: ['bbbbbbbb'],
  })
  expect(combine({ removed: ['aaaaaaaa'] }, a)).toEqual(a)
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

test('W2: what somebody else changed is told from what nobody did, and texts that both wrote become one', () => {
  const base = { ...noAnswers.customer, who: 'Growers', situation: 'They wait.', place: 'Here' }
  const now = { ...base, who: 'Wholesalers', situation: 'They wait long.', place: 'Here' }
  const mine = { who: 'Fishers', time: 'At five', situation: 'Often they wait.' }
  expect(reconcile(mine, base, now)).toEqual({
    contested: { who: 'Fishers' },
    free: { time: 'At five', situation: 'Often they wait long.' },
  })
})

test('W9: a number or a choice is never half of one person’s and half of another’s', () => {
  const base = { ...noAnswers.problem, number: '' }
  const now = { ...base, number: '37', urgency: 'noticed' }
  const mine = { number: '40', urgency: 'painful' } as const
  expect(reconcile(mine, base, now)).toEqual({ contested: mine, free: {} })
})

test('W6: two people in one list: each piece by itself, and in each its words', () => {
  const piece = (id: string, statement: string) => ({ ...newEvidence, id: `aaaaaaa${id}`, statement })
  const [one, three] = [piece('1', 'Nine waited.'), piece('3', 'One left.')]
  const two = { ...piece('2', 'Two paid.'), source: 'Notes' }
  const now = {
    items: [
      { ...one, statement: 'Nine waited long.' },
      { ...two, source: 'Calls' },
    ],
  }
  const mine = {
    items: [
      { id: one.id, statement: 'All nine waited.' },
      { id: two.id, statement: 'Three paid.', source: 'Letters' },
      { id: three.id, statement: 'One left early.' },
      { id: 'bbbbbbbb', statement: 'New' },
    ],
    removed: [two.id],
  }
  expect(reconcile(mine, { items: [one, two, three] }, now)).toEqual({
    contested: {
      items: [
        { id: two.id, source: 'Letters' },
        { id: three.id, statement: 'One left early.' },
      ],
      removed: [two.id],
    },
    free: {
      items: [
        { id: one.id, statement: 'All nine waited long.' },
        { id: two.id, statement: 'Three paid.' },
        { id: 'bbbbbbbb', statement: 'New' },
      ],
    },
  })
})
