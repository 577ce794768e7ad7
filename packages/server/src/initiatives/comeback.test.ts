import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openMailbox } from '../mail/mailbox.fixture.ts'
import { openCompany } from '../test/company.ts'

const DAY_MS = 86_400_000
let company: Awaited<ReturnType<typeof openCompany>> | undefined
beforeEach(async () => {
  await company?.close()
  company = await openCompany()
})
afterAll(() => company?.close())

// every test has one
const open = () => company as NonNullable<typeof company>

type Until = { on: 'day'; day: string } | { on: 'trigger'; trigger: string }

/** It is 9:00 of the first of March 2027. */
async function parked(until: Until) {
  const { ines } = open()
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Oysters by text' })
  const park = (again: Until) =>
    ines.api.decisions.record({
      initiativeId,
      decider: ines.id,
      outcome: { name: 'park', until: again },
      because: 'the sensors are not for sale yet',
    })
  await park(until)
  const page = () => ines.api.initiatives.get({ initiativeId })
  const lines = async () =>
    (await ines.api.initiatives.activity({ initiativeId })).activity.map(({ actor, says, reason }) =>
      `${actor?.name ?? ''} ${says}. ${reason}`.trim(),
    )
  return { initiativeId, park, page, lines }
}

test('D4: a parked idea comes back by itself on its day, also when nobody ran as the day began', async () => {
  const { page, lines } = await parked({ on: 'day', day: '2027-03-10' })
  expect(await page()).toMatchObject({ stage: 'parked', comesBack: { on: 'day', day: '2027-03-10' } })
  open().wait(8 * DAY_MS)
  await open().restart()
  expect(await page()).toMatchObject({ stage: 'parked', cameBackAt: null })

  open().wait(DAY_MS)
  await open().restart()
  const back = await page()
  expect(back).toMatchObject({ stage: 'revise', comesBack: null, cameBackAt: '2027-03-10T09:00:00.000Z' })
  await vi.waitFor(async () =>
    expect((await lines()).join()).toContain('Came back by itself: it was parked until this day'),
  )
})

test('D4: its owner is written to when it comes back by itself, and not when they bring it back', async () => {
  const mailbox = await openMailbox()
  onTestFinished(mailbox.close)
  await company?.close()
  company = await openCompany({ smtpUrl: mailbox.url })
  const { park, page, initiativeId } = await parked({ on: 'day', day: '2027-03-02' })
  open().wait(DAY_MS)
  await open().restart()
  const letters = () => mailbox.to('ines@example.com')
  await expect.poll(letters).toHaveLength(1)
  expect(letters()[0]?.parts[0]?.text).toMatch(
    new RegExp(`Came back by itself: it was parked until this day\\.[^]*/ideas/${initiativeId}`),
  )
  await park({ on: 'trigger', trigger: 'the sensors are for sale' })
  await open().ines.api.initiatives.changeStage({ initiativeId, to: 'revise', reason: 'It has happened' })
  expect((await page()).stage).toBe('revise')
  await open().restart()
  expect(letters()).toHaveLength(1)
})

test('D4: the day begins in the time zone of the company', async () => {
  const { ines } = open()
  await ines.api.people.updateWorkspace({ settings: { timeZone: 'Pacific/Auckland' } })
  const { page } = await parked({ on: 'day', day: '2027-03-03' })
  // 10:59 of the second of March in UTC is 23:59 there
  open().wait(DAY_MS + 119 * 60_000)
  await open().restart()
  expect((await page()).stage).toBe('parked')
  open().wait(60_000)
  await open().restart()
  expect((await page()).stage).toBe('revise')
})

test('D4: of two processes that look at the same moment one brings it back', async () => {
  const { page, lines } = await parked({ on: 'day', day: '2027-03-02' })
  open().wait(DAY_MS)
  const [, another] = await Promise.all([open().restart(), open().another()])
  try {
    expect((await page()).stage).toBe('revise')
    await vi.waitFor(async () =>
      expect(await lines()).toContain('Came back by itself: it was parked until this day.'),
    )
    expect((await lines()).filter((line) => line.includes('Came back'))).toHaveLength(1)
  } finally {
    await another.close()
  }
})

test('D4: a trigger brings it back when its owner says that it has happened; parked again, the newer day counts', async () => {
  const { initiativeId, page, park } = await parked({ on: 'trigger', trigger: 'the sensors are sold' })
  const { ines } = open()
  expect((await page()).comesBack).toEqual({ on: 'trigger', trigger: 'the sensors are sold' })
  open().wait(400 * DAY_MS)
  await open().restart()
  expect((await page()).stage).toBe('parked')

  await ines.api.initiatives.changeStage({ initiativeId, to: 'revise', reason: 'It has happened' })
  expect(await page()).toMatchObject({ stage: 'revise', comesBack: null, cameBackAt: null })

  await park({ on: 'day', day: '2028-06-01' })
  await park({ on: 'day', day: '2028-07-01' })
  expect(await page()).toMatchObject({ stage: 'parked', comesBack: { on: 'day', day: '2028-07-01' } })
})
