import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, listen, passage, scheduled, until } from './room.fixture.ts'

const MINUTE = 60_000
const canary = 'canary-7f3a-sealed'
const noteCanary = 'canary-91be-private'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
let priya: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
  priya = await company.join('Priya')
}, 60_000)
afterAll(() => company?.close())

describe('a meeting that is to decide', () => {
  test('R1–R15: three people go from the invitation to a recorded decision', async () => {
    const { ines } = company
    const { initiativeId, narrativeId, edition, meetingId, proposal } = await scheduled(company, 'decide')
    expect(proposal.attendees.find(({ personId }) => personId === ines.id)?.roles).toContain('facilitator')
    const deciding = proposal.attendees.find(({ roles }) => roles.includes('decider'))?.personId
    const decider = [ines, omar, priya].find(({ id }) => id === deciding)
    if (!decider) throw new Error('nobody decides')

    for (const who of [ines, omar, priya]) await who.api.meetings.join({ meetingId, key: key() })
    expect(await refusal(omar.api.meetings.start({ meetingId, key: key() }))).toBe('not-the-facilitator')
    await ines.api.meetings.start({ meetingId, key: key() })
    const inesHears = listen(ines, meetingId)
    const priyaHears = listen(priya, meetingId)
    await Promise.all([inesHears.begun, priyaHears.begun])

    const on = await passage(company, edition.id, 'updated between seven and nine')
    const asked = { meetingId, key: key(), text: `How often, ${canary}?`, matter: 'substance' as const, on }
    const question = await omar.api.reviews.postQuestion(asked)
    expect((await omar.api.reviews.postQuestion(asked)).id).toBe(question.id)
    expect(question.anchor).toMatchObject({ page: 1, quote: 'updated between seven and nine' })
    await omar.api.reviews.postNote({ editionId: edition.id, text: noteCanary, on: null })
    await omar.api.meetings.finishReading({ meetingId, key: key() })
    await omar.api.meetings.answerOneQuestion({ meetingId, key: key(), want: 'yes', because: 'I would.' })
    expect((await ines.api.reviews.ledger({ initiativeId })).length).toBe(0)
    await until('the facilitator hears of who has finished', () =>
      inesHears.heard.some((message) => message.includes('"finished":1')),
    )
    expect(priyaHears.heard.join()).not.toContain(canary)
    expect(priyaHears.heard.length).toBe(1)

    await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
    expect((await priya.api.meetings.room({ meetingId })).room.phase.name).toBe('reveal')
    expect([...inesHears.heard, ...priyaHears.heard].join()).not.toContain(canary)
    company.wait(11_000)
    // the timer was armed with the clock of before; the act of coming in again arms it anew
    await priya.api.meetings.join({ meetingId, key: key() })
    await until('the questions are open', async () => {
      const { room } = await priya.api.meetings.room({ meetingId })
      return room.phase.name === 'discussion'
    })
    await until('everybody has heard the question', () => priyaHears.heard.join().includes(canary))
    expect(await refusal(ines.api.meetings.cancelReveal({ meetingId, key: key() }))).toBe(
      'the-room-is-discussing',
    )

    await ines.api.meetings.openQuestion({ meetingId, key: key(), questionId: question.id })
    company.wait(90_000)
    expect(await ines.api.meetings.afterwards({ meetingId })).toBeNull()
    expect(await refusal(ines.api.meetings.close({ meetingId, key: key() }))).toBe('questions-without-an-end')
    await ines.api.meetings.endQuestion({
      meetingId,
      key: key(),
      questionId: question.id,
      state: { name: 'answered-in-the-room', answer: 'On 46 mornings.' },
    })
    await ines.api.meetings.addToFaq({ meetingId, key: key(), questionId: question.id })
    await until('the question stands in the draft', async () => {
      const markdown = await ines.api.narratives.exportMarkdown({ narrativeId })
      return (await markdown.text()).includes(canary)
    })

    await ines.api.meetings.setExperience({
      meetingId,
      key: key(),
      experience: 'One text at five.',
      why: 'The first tide is the margin.',
    })
    for (const who of [ines, omar]) await who.api.meetings.acknowledge({ meetingId, key: key() })
    await priya.api.meetings.dissent({
      meetingId,
      key: key(),
      because: 'Three stations were down.',
      whatWouldChangeMyMind: 'A backtest.',
      commits: true,
    })
    await ines.api.meetings.moveToDecision({ meetingId, key: key() })
    expect(await refusal(ines.api.meetings.close({ meetingId, key: key() }))).toBe('no-decision')
    await decider.api.meetings.decide({
      meetingId,
      key: key(),
      decision: {
        outcome: {
          name: 'investigate',
          task: 'Count the mornings',
          owner: omar.id,
          due: '2027-04-01',
          cost: null,
        },
        decider: decider.id,
        because: 'we cannot count most of them yet',
      },
    })
    await ines.api.meetings.close({ meetingId, key: key() })
    expect(await priya.api.meetings.afterwards({ meetingId })).toMatchObject({
      pages: [{ page: 1, questions: 1, seconds: 90 }],
      areas: [{ area: null, questions: 1 }],
      longest: { questionId: question.id, seconds: 90 },
    })

    const [line] = await priya.api.decisions.list({ initiativeId })
    expect(line).toMatchObject({ number: 1, outcome: 'investigate' })
    const record = await priya.api.decisions.get({ decisionId: line?.id ?? expect.fail('no decision') })
    expect(record.edition).toEqual({ id: edition.id, number: 1, hash: edition.hash })
    expect((await ines.api.initiatives.get({ initiativeId })).stage).toBe('investigate')
    expect((await priya.api.reviews.ledger({ initiativeId })).map(({ state }) => state.name)).toEqual([
      'answered-in-the-room',
    ])
    const everything = [...inesHears.heard, ...priyaHears.heard, JSON.stringify(record)].join()
    expect(everything).not.toContain(noteCanary)
    inesHears.stop()
    priyaHears.stop()
  }, 60_000)

  test('R6: when the meeting closes, nothing in the database ties a name to how fast they read', async () => {
    const { rows } = await company.pool.query(
      `select actor from meeting_event where kind = 'finished-reading'`,
    )
    expect(rows).toEqual([{ actor: null }])
  })
})

test('R4: the same act sent many times at once is one act', async () => {
  const { ines } = company
  const { meetingId } = await scheduled(company, 'improve')
  await ines.api.meetings.join({ meetingId, key: key() })
  const once = key()
  await Promise.all(Array.from({ length: 8 }, () => ines.api.meetings.start({ meetingId, key: once })))
  const { rows } = await company.pool.query(
    `select count(*)::int as count, max(seq) as last from meeting_event where meeting_id = $1`,
    [meetingId],
  )
  // scheduled, joined, started: without a gap and without a twin
  expect(rows).toEqual([{ count: 3, last: 2 }])
})

test('R4: scheduling again with the same key gives the meeting that was scheduled', async () => {
  const { ines } = company
  const { initiativeId, edition, proposal } = await scheduled(company, 'improve')
  const plan = {
    initiativeId,
    editionId: edition.id,
    key: key(),
    startsAt: '2027-03-02T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: proposal.attendees.map(({ personId, roles }) => ({ personId, roles })),
  }
  const first = await ines.api.meetings.schedule(plan)
  const again = await ines.api.meetings.schedule(plan)
  expect(again.room.meetingId).toBe(first.room.meetingId)
  expect(await ines.api.meetings.list({ initiativeId })).toHaveLength(2)
})

test('R3: a deadline that passes while the server is away is kept when it comes back', async () => {
  const { ines } = company
  const { meetingId } = await scheduled(company, 'improve')
  await ines.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const before = await ines.api.meetings.room({ meetingId })
  expect(before.room.phase).toMatchObject({ name: 'reading', ended: false })
  company.wait(60 * MINUTE)
  await company.restart()
  await until('the end of reading is on the log', async () => {
    const { room } = await ines.api.meetings.room({ meetingId })
    return room.phase.name === 'reading' && room.phase.ended
  })
})

test('A meeting of a restricted idea does not exist for those it is not shared with', async () => {
  const { ines } = company
  const stranger = await company.join('Jon')
  const { initiativeId, meetingId } = await scheduled(company, 'improve')
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await refusal(stranger.api.meetings.room({ meetingId }))).toBe('not-found')
  expect((await stranger.api.meetings.list({})).map(({ id }) => id)).not.toContain(meetingId)
})

test('Only the facilitator’s invitation lets somebody read a restricted idea, also under the key of another act', async () => {
  const { ines } = company
  const stranger = await company.join('Wes')
  const { initiativeId, meetingId } = await scheduled(company, 'improve')
  const people = [{ personId: omar.id, relation: 'reader' as const }]
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people })
  const used = key()
  await omar.api.meetings.join({ meetingId, key: used })
  const attendee = { personId: stranger.id, roles: ['reader' as const] }
  await refusal(omar.api.meetings.invite({ meetingId, key: used, attendee }))
  expect(await refusal(stranger.api.meetings.room({ meetingId }))).toBe('not-found')

  await ines.api.meetings.invite({ meetingId, key: key(), attendee })
  expect((await stranger.api.meetings.room({ meetingId })).room.meetingId).toBe(meetingId)
  const nobody = { personId: initiativeId as unknown as typeof omar.id, roles: ['reader' as const] }
  expect(await refusal(ines.api.meetings.invite({ meetingId, key: key(), attendee: nobody }))).toBe(
    'no-such-person',
  )
})

test('R7: what was written under the seal is taken under it or not at all, and one whose answer was lost is answered again', async () => {
  const { ines } = company
  const { meetingId } = await scheduled(company, 'improve')
  for (const who of [ines, omar]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const of = { meetingId, matter: 'substance', on: null, underSeal: true } as const
  const arrived = { ...of, key: key(), text: 'Who pays?' }
  const { id } = await omar.api.reviews.postQuestion(arrived)
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'The time is over.' })
  company.wait(11_000)
  await omar.api.meetings.join({ meetingId, key: key() })
  await until('the questions are open', async () => {
    const { room } = await omar.api.meetings.room({ meetingId })
    return room.phase.name === 'discussion'
  })
  expect((await omar.api.reviews.postQuestion(arrived)).id).toBe(id)
  const late = { ...of, key: key(), text: 'And who keeps the buoys?' }
  expect(await refusal(omar.api.reviews.postQuestion(late))).toBe('questions-are-open')
  // under the same key, when its asker wants it so
  expect(await omar.api.reviews.postQuestion({ ...late, underSeal: false })).toMatchObject({
    seal: 'in-the-room',
  })
})

test('R4: a question withdrawn in the instant of the reveal is not waited for at the close', async () => {
  const { ines } = company
  const { meetingId } = await scheduled(company, 'improve')
  for (const who of [ines, omar]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const asked = { meetingId, key: key(), text: 'Who pays?', matter: 'substance' as const, on: null }
  const question = await omar.api.reviews.postQuestion(asked)
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })

  // the withdrawal has the row and has not yet committed when the countdown ends
  const withdrawing = await company.pool.connect()
  await withdrawing.query('begin')
  await withdrawing.query('delete from question where id = $1', [question.id])
  company.wait(11_000)
  // arms the clock anew; its answer may have to wait for the reveal, which waits for the withdrawal
  const joined = omar.api.meetings.join({ meetingId, key: key() })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await withdrawing.query('commit')
  withdrawing.release()
  await joined

  await until('the questions are open', async () => {
    const { room } = await ines.api.meetings.room({ meetingId })
    return room.phase.name === 'discussion'
  })
  expect(await refusal(ines.api.meetings.close({ meetingId, key: key() }))).toBe('no-experience-and-why')
})

test('R7: with names kept until the asker speaks, the ledger does not tell who never spoke', async () => {
  const { ines } = company
  await ines.api.people.updateWorkspace({ settings: { namesAtReveal: false, countdownSeconds: 0 } })
  const { initiativeId, meetingId } = await scheduled(company, 'improve')
  for (const who of [ines, omar, priya]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const ask = (who: Colleague, text: string) =>
    who.api.reviews.postQuestion({ meetingId, key: key(), text, on: null })
  const spoken = await ask(omar, 'The one that is taken up?')
  await ask(priya, 'The one that is not?')
  await ines.api.meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  await until('the questions are open', async () => {
    const { room } = await ines.api.meetings.room({ meetingId })
    return room.phase.name === 'discussion'
  })
  await ines.api.meetings.openQuestion({ meetingId, key: key(), questionId: spoken.id })
  const author = (await ines.api.meetings.room({ meetingId })).room.attendees.find(({ roles }) =>
    roles.includes('author'),
  )
  if (!author) throw new Error('a meeting without an author')
  await ines.api.meetings.handOver({ meetingId, key: key(), to: author.personId, due: '2027-04-01' })
  await ines.api.meetings.setExperience({ meetingId, key: key(), experience: 'One text.', why: 'The tide.' })
  await ines.api.meetings.close({ meetingId, key: key() })
  const told = (await ines.api.reviews.ledger({ initiativeId })).map(({ asker, by }) => [asker?.name, by])
  expect(told).toEqual([
    ['Omar', omar.id],
    [undefined, null],
  ])
  expect((await priya.api.reviews.ledger({ initiativeId })).map(({ asker }) => asker?.name)).toEqual([
    'Omar',
    'Priya',
  ])
})
