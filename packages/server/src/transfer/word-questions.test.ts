import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { key, leaveOwed, opened, reading } from '../meetings/room.fixture.ts'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany } from '../test/company.ts'
import { WordCopy } from './word.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
})
afterAll(() => company?.close())

const source = '# Harbour opens to small boats\n\n## Problem\n\nSkippers phone the port to ask.\n'

/** An idea whose meeting left one question open, with another meeting in which one is sealed. */
async function asked() {
  const { narrativeId, initiativeId } = await ines.api.narratives.bring({ file: markdownFile(source) })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const on = { initiativeId, editionId: edition.id }
  const meetingId = await reading({ ines, omar }, on)
  const question = await opened({ ines, omar }, meetingId)
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: key() })
  const running = await reading({ ines, omar }, on)
  await ines.api.reviews.postQuestion({ meetingId: running, key: key(), text: 'SEALEDCANARY?', on: null })
  return { narrativeId, initiativeId, question }
}

type Narrative = Awaited<ReturnType<typeof asked>>['narrativeId']

async function exported(narrativeId: Narrative) {
  const file = await ines.api.transfer.exportDraft({ narrativeId, format: 'docx', comments: 'with' })
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  for (const part of Object.values(parts)) expect(strFromU8(part, true)).not.toContain('CANARY')
  return WordCopy.of(file)
}

async function broughtBack(narrativeId: Narrative, file: File) {
  const preview = await ines.api.transfer.previewWord({ narrativeId, file })
  await ines.api.transfer.bringBack({ narrativeId, file, draft: preview.draft })
  return preview
}

const threads = async (narrativeId: Narrative) => ines.api.reviews.listComments({ narrativeId })

test('N10, F5: an open question goes out as a Word comment, and what is said to it there comes back to it, once', async () => {
  const { narrativeId, initiativeId, question } = await asked()
  const copy = (await exported(narrativeId))
    .comment('Ann', 'Every morning.', { replyTo: 'How often?' })
    .comment('Bo', 'And at noon.', { replyTo: 'How often?' })
    .renumbered()
  expect(copy.part('word/comments.xml')).toContain('How often?')
  const preview = await broughtBack(narrativeId, copy.file())
  expect(preview.commentsKnown).toBe(1)
  expect(preview.comments.map(({ author, becomes }) => [author, becomes])).toEqual([
    ['Ann', 'answer-to-a-question'],
    ['Bo', 'reply'],
  ])
  const said = {
    text: 'Every morning.',
    question: { id: question.id, text: 'How often?' },
    fromWord: { author: 'Ann' },
    replies: [{ text: 'And at noon.', fromWord: { author: 'Bo' } }],
  }
  expect(await threads(narrativeId)).toMatchObject([said])

  // it goes out again beneath its question, is known when it returns, and what is said then joins the thread
  const second = await exported(narrativeId)
  expect(second.part('word/comments.xml').match(/<w:comment /g)).toHaveLength(3)
  const again = await broughtBack(
    narrativeId,
    second.comment('Cleo', 'Not on Sundays.', { replyTo: 'And at noon.' }).renumbered().file(),
  )
  expect(again).toMatchObject({ commentsKnown: 3, comments: [{ author: 'Cleo', becomes: 'reply' }] })
  expect(await threads(narrativeId)).toMatchObject([
    { ...said, replies: [{ text: 'And at noon.' }, { text: 'Not on Sundays.' }] },
  ])
  // the question itself is as it was: an answer in Word ends nothing
  expect(await omar.api.reviews.ledger({ initiativeId })).toMatchObject([
    { id: question.id, state: { name: 'research-owed' } },
  ])
})
