import { randomUUID } from 'node:crypto'
import type { AssumptionState } from '@foreword/core/evidence/assumptions'
import { assumptionChangeId, assumptionId, restingPassageId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { XmlText } from 'yjs'
import { openMailbox, wordsOf } from '../mail/mailbox.fixture.ts'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

const HOUR_MS = 3_600_000
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url })
  ines = company.ines
  omar = await company.join('Omar')
}, 60_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

const pays = 'Four growers in ten pay before they are sure'
const draft = `# Tidewatch texts growers at five

WESTPORT, Washington, 3 March 2028. [${pays}] and Tidewatch sends one text.

## FAQ

**Q: What does it cost?**
A: We hope that [the county pays].
`

/** An idea of Ines’s that Omar writes in too, whose first brackets are tracked. */
async function assumed() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(draft) })
  const people = [{ personId: omar.id, relation: 'author' as const }]
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people })
  const [pay] = (await ines.api.narratives.openAssumptions({ initiativeId }))[0]?.assumptions ?? []
  if (!pay) throw new Error('no brackets were found')
  const of = { initiativeId, assumptionId: assumptionId.parse(randomUUID()) }
  const passageId = restingPassageId.parse(randomUUID())
  const { at, text: quote } = pay
  await ines.api.narratives.trackAssumption({ ...of, narrativeId, passageId, at, quote })
  const set = async (state: AssumptionState, because: string, more: { statement?: string } = {}) => {
    company.wait(HOUR_MS)
    const changeId = assumptionChangeId.parse(randomUUID())
    await omar.api.evidence.setAssumption({ ...of, changeId, state, because, ...more })
    company.wait(HOUR_MS)
    return changeId
  }
  const freeze = () => ines.api.narratives.freeze({ narrativeId })
  const decide = (editionId: Awaited<ReturnType<typeof freeze>>['id']) =>
    ines.api.decisions.record({
      ...{ initiativeId, editionId, decider: ines.id, because: 'the loss is real' },
      outcome: { name: 'fund' },
    })
  const stale = async () => (await ines.api.narratives.openAssumptions({ initiativeId }))[0]?.stale
  /** As somebody does with the draft open; `at` is where the passage stands. */
  const write = async (change: (words: XmlText, at: { from: number; to: number }) => void) => {
    const browser = await openBrowser(company.url, ines, narrativeId)
    const at = (await stale())?.[0]?.at
    if (!at) throw new Error('no passage is stale')
    await browser.change(at.blockId, (words) => change(words, at))
    browser.leave()
  }
  return { of, narrativeId, write, set, freeze, decide, stale }
}

test('W8: when it is refuted, the passages that say it, the editions frozen before and the decisions taken on them are stale', async () => {
  const { of, set, freeze, decide, stale, write } = await assumed()
  const { initiativeId } = of
  const first = await freeze()
  const decision = await decide(first.id)
  const rests = (editionId = first.id) => ines.api.narratives.restsOn({ editionId })
  const resting = () => ines.api.decisions.restingOn({ initiativeId })
  await set('supported', 'Nine of twelve did')
  expect([await rests(), await resting(), await stale()]).toEqual([[], [], []])

  await set('refuted', 'Three of twelve, by the ledger')
  const fell = { ...{ state: 'refuted', because: 'Three of twelve, by the ledger', quote: pays } }
  expect(await rests()).toMatchObject([{ assumptionId: of.assumptionId, ...fell }])
  expect(await stale()).toMatchObject([{ assumptionId: of.assumptionId, ...fell, part: expect.any(String) }])
  expect(await resting()).toEqual([
    {
      assumptionId: of.assumptionId,
      editions: [{ id: first.id, number: 1, title: first.title }],
      decisions: [{ id: decision.id, number: decision.number, outcome: 'fund' }],
    },
  ])

  // what was frozen while that was known did not rest on it
  await write((words, at) => words.insert(at.from - 1, 'By our count, '))
  const second = await freeze()
  expect(await rests(second.id)).toEqual([])
  expect((await resting())[0]?.editions.map(({ number }) => number)).toEqual([1])
  // the words stand there still when their brackets go; rewritten they say something else
  expect(await stale()).toHaveLength(1)
  await write((words, at) => {
    words.delete(at.to, 1)
    words.delete(at.from - 1, 1)
  })
  expect(await stale()).toMatchObject([{ assumptionId: of.assumptionId, quote: pays }])
  await write((words, at) => {
    words.delete(at.from, 'Four'.length)
    words.insert(at.from, 'Three')
  })
  expect(await stale()).toEqual([])
  expect((await resting())[0]?.editions.map(({ number }) => number)).toEqual([1])
  // and what no longer holds rests on nothing
  await ines.api.decisions.record({
    ...{ initiativeId, decider: ines.id, because: 'it fell', supersedes: decision.id },
    outcome: { name: 'revise' },
  })
  expect((await resting())[0]?.decisions).toEqual([])
})

test('W8: what is taken back holds again; what was changed rests on other words, whatever becomes of the new ones', async () => {
  const { of, set, freeze, stale } = await assumed()
  const { id: editionId } = await freeze()
  const states = async () => (await ines.api.narratives.restsOn({ editionId })).map(({ state }) => state)
  const changeId = await set('refuted', 'A slip')
  expect(await states()).toEqual(['refuted'])
  await omar.api.evidence.takeBackAssumption({ ...of, changeId })
  expect([await states(), await stale()]).toEqual([[], []])
  await set('changed', 'Only those', { statement: 'Large growers pay before they are sure' })
  await set('supported', 'They all did')
  expect(await ines.api.narratives.restsOn({ editionId })).toMatchObject([
    { state: 'changed', statement: 'Large growers pay before they are sure', quote: pays },
  ])
})

test('W8: an edition in which the words do not stand rests on nothing, nor one that nobody may see', async () => {
  const { of, set, freeze } = await assumed()
  const { narrativeId } = (await ines.api.narratives.bring({ file: markdownFile(draft) })) ?? {}
  const other = await ines.api.narratives.freeze({ narrativeId })
  const { id: editionId } = await freeze()
  await set('refuted', 'Nobody did')
  expect(await ines.api.narratives.restsOn({ editionId: other.id })).toEqual([])
  const noor = await company.join('Noor')
  expect(await refusal(noor.api.narratives.restsOn({ editionId }))).toBe('not-found')
  expect(await refusal(noor.api.decisions.restingOn({ initiativeId: of.initiativeId }))).toBe('not-found')
  expect(await refusal(noor.api.evidence.assumptions({ initiativeId: of.initiativeId }))).toBe('not-found')
})

test('W8: the owner is told by letter what fell, once, and not what they said themselves or want to hear no more of', async () => {
  const { of, set } = await assumed()
  const letters = () =>
    mailbox.to('ines@example.com').filter((each) => wordsOf(each).includes(of.assumptionId))
  await set('supported', 'Nine of twelve did')
  const changeId = await set('refuted', 'Three of twelve, by the ledger')
  await expect.poll(() => letters().length).toBe(1)
  const [letter] = letters()
  if (!letter) throw new Error('no letter')
  expect(letter.headers.subject).toContain('_is_refuted')
  const words = wordsOf(letter).replace(/\s+/g, ' ')
  expect(words).toContain(`“${pays}”`)
  expect(words).toContain('Omar says that it is refuted. “Three of twelve, by the ledger”')
  expect(words).toContain(`${company.url}/ideas/${of.initiativeId}/assumptions#${of.assumptionId}`)
  expect(letter.headers['list-unsubscribe']).toContain('/letters/stop/')

  await omar.api.evidence.takeBackAssumption({ ...of, changeId })
  await expect.poll(() => letters().length).toBe(2)
  await ines.api.evidence.setAssumption({
    ...{ ...of, changeId: assumptionChangeId.parse(randomUUID()), state: 'refuted', because: 'I saw it' },
  })
  const choices = await ines.api.people.letterChoices()
  await ines.api.people.chooseLetters({ choices: { ...choices, assumptions: false } })
  await set('changed', 'Only those', { statement: 'Large growers pay' })
  const states = async () =>
    (
      await company.pool.query(
        `select state from letter where kind = 'assumptions' and initiative_id = $1
      order by created_at, id`,
        [of.initiativeId],
      )
    ).rows.map(({ state }) => state)
  await expect.poll(states).toEqual(['sent', 'sent', 'dropped'])
  expect(letters()).toHaveLength(2)
  await ines.api.people.chooseLetters({ choices })
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId: of.initiativeId })
    expect(activity.map(({ says }) => says)).toContain(
      `changed an assumption, from “${pays}” to “Large growers pay”`,
    )
  })
})

const park = (of: Awaited<ReturnType<typeof assumed>>['of']) =>
  ines.api.decisions.record({
    initiativeId: of.initiativeId,
    decider: ines.id,
    because: 'nobody knows whether they would',
    // the words of the record are the list’s, whatever is sent
    outcome: {
      name: 'park',
      until: { on: 'assumption', assumptionId: of.assumptionId, statement: 'Forged' },
    },
  })

test.each<[AssumptionState, { statement?: string }]>([
  ['supported', {}],
  ['refuted', {}],
  ['changed', { statement: 'Large growers pay' }],
])(
  'D4: an idea parked until more is known of an assumption comes back by itself when that is %s',
  async (state, more) => {
    const { of, set } = await assumed()
    const { initiativeId } = of
    const decision = await park(of)
    expect(decision.sentence.map(({ text }) => text).join('')).toContain(
      `decided to park it until more is known of what it assumes: ${pays}, because`,
    )
    const page = () => ines.api.initiatives.get({ initiativeId })
    expect(await page()).toMatchObject({
      stage: 'parked',
      comesBack: { on: 'assumption', assumptionId: of.assumptionId, statement: pays },
    })
    const [waited] = (await ines.api.evidence.assumptions({ initiativeId })).assumptions
    expect(waited?.waitedFor).toBe(true)
    expect(await refusal(ines.api.evidence.dropAssumption({ ...of, dropped: true }))).toBe(
      'idea-waits-for-it',
    )

    await set(state, 'The ledger says so', more)
    expect(await page()).toMatchObject({ stage: 'revise', comesBack: null, cameBackAt: expect.any(String) })
    await vi.waitFor(async () => {
      const { activity } = await ines.api.initiatives.activity({ initiativeId })
      expect(activity.filter(({ says }) => says.startsWith('Came back by itself'))).toMatchObject([
        {
          actor: null,
          reason: 'The ledger says so',
          says: expect.stringContaining(`is ${state}, “${pays}”`),
        },
      ])
    })
    const back = () =>
      mailbox
        .to('ines@example.com')
        .map(wordsOf)
        .filter((words) => words.includes(`/ideas/${initiativeId}`))
    await expect
      .poll(() => back().join().replace(/\s+/g, ' '))
      .toContain('Came back by itself: what it waited for')
  },
)

test('D4: nothing but news of its own assumption brings it back, and it can wait for no other', async () => {
  const one = await assumed()
  const other = await assumed()
  await park(one.of)
  await other.set('refuted', 'Nobody did')
  const another = assumptionId.parse(randomUUID())
  const { initiativeId } = one.of
  await ines.api.evidence.addAssumption({ initiativeId, assumptionId: another, statement: 'Another' })
  await ines.api.evidence.setAssumption({
    ...{ initiativeId, assumptionId: another, changeId: assumptionChangeId.parse(randomUUID()) },
    ...{ state: 'refuted', because: 'It is not so' },
  })
  expect((await ines.api.initiatives.get({ initiativeId })).stage).toBe('parked')
  const elsewhere = { initiativeId, assumptionId: other.of.assumptionId }
  expect(await refusal(park(elsewhere))).toBe('no-such-assumption')
  // taken up by its owner it waits no longer
  await ines.api.initiatives.changeStage({ initiativeId, to: 'revise', reason: '' })
  await one.set('refuted', 'Nobody did')
  expect(await ines.api.initiatives.get({ initiativeId })).toMatchObject({
    stage: 'revise',
    cameBackAt: null,
  })
})
