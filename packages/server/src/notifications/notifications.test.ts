import { mention } from '@foreword/core/reviews/mention'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reading } from '../meetings/room.fixture.ts'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  company = await openCompany({ clock: 'runs' })
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
})
afterAll(() => company.close())

const bring = () => ines.api.narratives.bring({ file: markdownFile(prFaq) })
const comment = (by: Colleague, narrativeId: never, text: string) =>
  by.api.reviews.commentOnDraft({ narrativeId, text, on: null })

/** What is news to somebody of one idea, the latest first. A timeline is written when its event has been heard. */
const newsOf = async ({ api }: Colleague, initiativeId: string) =>
  (await api.notifications.list({})).lines
    .filter(({ initiative }) => initiative.id === initiativeId)
    .map(({ actor, says }) => `${actor?.name ?? '·'} ${says}`)
const heard = (who: Colleague, initiativeId: string, lines: string[]) =>
  vi.waitFor(async () => expect(await newsOf(who, initiativeId)).toEqual(lines))

test('News is what others did where one takes part: nobody hears of their own act, or of an idea they have no part in', async () => {
  const { initiativeId, narrativeId } = await bring()
  await comment(omar, narrativeId as never, `How many, ${mention(ines.id)}?`)
  await ines.api.narratives.freeze({ narrativeId })
  await heard(ines, initiativeId, ['Omar How many, @Ines?'])
  // Omar has a part in it since he said something, and hears of all that happened there
  await vi.waitFor(async () =>
    expect((await newsOf(omar, initiativeId))[0]).toContain('Ines froze edition 1'),
  )
  expect(await newsOf(noor, initiativeId)).toEqual([])

  // a thread is heard by those who are in it, a comment of others by those who write
  const { id: commentId } = await comment(noor, narrativeId as never, 'Where?')
  await ines.api.reviews.reply({ commentId, text: 'On the quay.' })
  expect((await newsOf(noor, initiativeId))[0]).toBe('Ines On the quay.')
  expect((await newsOf(omar, initiativeId)).filter((line) => /Where|quay/.test(line))).toEqual([])
  expect((await newsOf(ines, initiativeId))[0]).toBe('Noor Where?')

  // taken back, it was never news
  await noor.api.reviews.removeComment({ commentId })
  expect((await newsOf(ines, initiativeId)).filter((line) => line.includes('Where'))).toEqual([])
})

test('News that was seen is news no more, until that is taken back; it comes in pages', async () => {
  const { initiativeId, narrativeId } = await bring()
  for (const text of ['One', 'Two', 'Three']) await comment(omar, narrativeId as never, text)
  await heard(ines, initiativeId, ['Omar Three', 'Omar Two', 'Omar One'])
  const { unseen } = await ines.api.notifications.count()
  expect(unseen).toBeGreaterThanOrEqual(3)

  const first = await ines.api.notifications.list({ most: 2 })
  expect(first).toMatchObject({ more: true, seenAt: null })
  const last = first.lines.at(-1)
  const second = await ines.api.notifications.list({ most: 2, before: last?.at, beforeId: last?.id })
  expect(second.lines[0]?.says).toBe('One')

  const at = first.lines[0]?.at ?? ''
  expect(await ines.api.notifications.see({ seenAt: at })).toEqual({ seenAt: at })
  expect(await ines.api.notifications.count()).toEqual({ unseen: 0 })
  expect((await ines.api.notifications.list({ unseen: true })).lines).toEqual([])
  expect((await ines.api.notifications.list({})).lines[0]?.says).toBe('Three')
  await comment(omar, narrativeId as never, 'Four')
  expect((await ines.api.notifications.list({ unseen: true })).lines).toMatchObject([{ says: 'Four' }])
  await ines.api.notifications.see({ seenAt: null })
  expect((await ines.api.notifications.count()).unseen).toBe(unseen + 1)
  // no clock of a browser hides what is still to come
  const { seenAt } = await ines.api.notifications.see({ seenAt: '2999-01-01T00:00:00.000Z' })
  expect(Date.parse(seenAt ?? '')).toBeLessThan(Date.parse('2998-01-01'))
  await ines.api.notifications.see({ seenAt: null })
})

test('News of a kind that somebody does without is neither shown nor counted; others keep theirs', async () => {
  const { initiativeId, narrativeId } = await bring()
  await comment(omar, narrativeId as never, 'How many?')
  const before = (await ines.api.notifications.count()).unseen
  await ines.api.notifications.choose({ unwanted: ['comments', 'comments'] })
  expect(await ines.api.notifications.choices()).toEqual({ unwanted: ['comments'] })
  expect(await newsOf(ines, initiativeId)).toEqual([])
  expect((await ines.api.notifications.count()).unseen).toBeLessThan(before)
  await ines.api.notifications.choose({ unwanted: [] })
  expect(await newsOf(ines, initiativeId)).toEqual(['Omar How many?'])
  expect(await omar.api.notifications.choices()).toEqual({ unwanted: [] })
})

test('A2: whoever may not read an idea any more has no news of it, counted or shown', async () => {
  const { initiativeId, narrativeId } = await bring()
  const { id: commentId } = await comment(omar, narrativeId as never, 'How many?')
  await ines.api.reviews.reply({ commentId, text: 'Forty.' })
  expect(await newsOf(omar, initiativeId)).toContain('Ines Forty.')
  const { unseen } = await omar.api.notifications.count()
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await newsOf(omar, initiativeId)).toEqual([])
  expect((await omar.api.notifications.count()).unseen).toBeLessThan(unseen)
})

test('R5: what was said of an edition is no news while a room reads it, and is again when it has been read', async () => {
  const { initiativeId, narrativeId } = await bring()
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  await omar.api.reviews.commentOnEdition({ editionId, text: 'How many?', on: null })
  expect(await newsOf(ines, initiativeId)).toContain('Omar How many?')
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId } as never)
  expect(await newsOf(ines, initiativeId)).not.toContain('Omar How many?')
  await ines.api.meetings.adjourn({ meetingId, key: crypto.randomUUID(), resumesAt: null })
  await ines.api.meetings.callOff({ meetingId, key: crypto.randomUUID(), reason: 'No time.' } as never)
  expect(await newsOf(ines, initiativeId)).toContain('Omar How many?')
})
