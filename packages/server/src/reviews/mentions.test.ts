import { mention } from '@foreword/core/reviews/mention'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
})
afterAll(() => company.close())

const bring = () => ines.api.narratives.bring({ file: markdownFile(prFaq) })
const events = async () =>
  (await company.pool.query("select id from outbox_event where type = 'comment.mentioned'")).rows

test('F3: whoever is mentioned finds the thread on their desk until they open it; the text keeps an id, not a name', async () => {
  const { narrativeId } = await bring()
  const text = `${mention(omar.id)}, is this so?`
  const { id: commentId, ...made } = await ines.api.reviews.commentOnDraft({ narrativeId, text, on: null })
  expect(made).toMatchObject({ text, mentioned: [{ id: omar.id, name: 'Omar' }], asksYou: false })
  expect(await omar.api.reviews.askedOfYou()).toMatchObject([
    { id: commentId, text, by: { name: 'Ines' }, narrativeId, edition: null },
  ])
  expect(await noor.api.reviews.askedOfYou()).toEqual([])
  expect(await omar.api.reviews.listComments({ narrativeId })).toMatchObject([{ asksYou: true }])
  await omar.api.reviews.openThread({ commentId })
  expect(await omar.api.reviews.askedOfYou()).toEqual([])
  expect(await omar.api.reviews.listComments({ narrativeId })).toMatchObject([{ asksYou: false }])
  await ines.api.reviews.reply({ commentId, text: `And you, ${mention(noor.id)}? ${mention(omar.id)}?` })
  expect(await omar.api.reviews.askedOfYou()).toMatchObject([{ id: commentId }])
  await ines.api.reviews.resolveComment({ commentId, resolved: true })
  expect(await omar.api.reviews.askedOfYou()).toEqual([])
  expect(await noor.api.reviews.askedOfYou()).toEqual([])
})

test('A2: who may not read the idea is not mentioned; who stood there before may stay when a word is corrected', async () => {
  const { initiativeId, narrativeId } = await bring()
  const { id: commentId } = await ines.api.reviews.commentOnDraft({
    narrativeId,
    text: `${mention(noor.id)} nows`,
    on: null,
  })
  await ines.api.initiatives.share({
    initiativeId,
    visibility: 'named',
    people: [{ personId: omar.id, relation: 'reader' }],
  })
  expect((await noor.api.reviews.askedOfYou()).filter(({ id }) => id === commentId)).toEqual([])
  const text = `${mention(noor.id)}?`
  expect(await refusal(omar.api.reviews.commentOnDraft({ narrativeId, text, on: null }))).toBe(
    'cannot-read-it',
  )
  expect(await refusal(omar.api.reviews.reply({ commentId, text }))).toBe('cannot-read-it')
  await ines.api.reviews.editComment({ commentId, text: `${mention(noor.id)} knows` })
  const stranger = mention('0198c0de-0000-7000-8000-000000000001')
  expect(await refusal(ines.api.reviews.editComment({ commentId, text: stranger }))).toBe('cannot-read-it')
  const everybody = Array.from({ length: 21 }, (_, n) =>
    mention(`0198c0de-0000-7000-8000-0000000000${n + 10}`),
  )
  expect(await refusal(ines.api.reviews.reply({ commentId, text: everybody.join(' ') }))).toBe(
    'too-many-mentioned',
  )
})

test('a mention that is reworded away or taken back is on nobody’s desk; each mention is news once', async () => {
  const { narrativeId } = await bring()
  const before = (await events()).length
  const { id: commentId } = await ines.api.reviews.commentOnDraft({
    narrativeId,
    text: `${mention(omar.id)} and ${mention(ines.id)}`,
    on: null,
  })
  await ines.api.reviews.editComment({ commentId, text: `${mention(omar.id)}, and I` })
  expect((await events()).length - before).toBe(1)
  const asked = async () => (await omar.api.reviews.askedOfYou()).some(({ id }) => id === commentId)
  expect(await asked()).toBe(true)
  await ines.api.reviews.editComment({ commentId, text: 'Nobody' })
  expect(await asked()).toBe(false)
  const reply = await ines.api.reviews.reply({ commentId, text: mention(omar.id) })
  expect(await asked()).toBe(true)
  await ines.api.reviews.removeComment({ commentId: reply.id })
  expect(await asked()).toBe(false)
})
