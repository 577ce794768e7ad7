import { randomUUID } from 'node:crypto'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromDocx } from '@foreword/document/docx-in'
import { documentFromHtml } from '@foreword/document/html-in'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '../db/ids.ts'
import { leaveOwed, opened, reading } from '../meetings/room.fixture.ts'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { linesInPdf } from '../test/pdf-lines.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
})
afterAll(() => company.close())

const bring = () => ines.api.narratives.bring({ file: markdownFile(prFaq) })
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

test('N10: a draft leaves as PDF, Word, Markdown and HTML with every word, and each is on the record', async () => {
  const { narrativeId, initiativeId } = await bring()
  const taken = async (format: 'pdf' | 'docx' | 'markdown' | 'html') =>
    omar.api.transfer.exportDraft({ narrativeId, format })
  const pdf = await taken('pdf')
  expect(new TextDecoder().decode((await bytesOf(pdf)).slice(0, 5))).toBe('%PDF-')
  const docx = documentFromDocx(await bytesOf(await taken('docx')), newId)
  const html = documentFromHtml(await bytesOf(await taken('html')), newId)
  if (!docx.ok || !html.ok) throw new Error('the file cannot be read back')
  const markdown = await (await taken('markdown')).text()
  const texts = [docx.value.document, html.value].map((document) =>
    textBlocks(document)
      .map(({ text }) => text)
      .join('\n'),
  )
  for (const word of words(prFaq)) for (const text of [markdown, ...texts]) expect(text).toContain(word)
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId })
    expect(activity.map(({ says, actor }) => `${actor?.name} ${says}`)).toEqual(
      expect.arrayContaining(
        ['PDF', 'Word', 'Markdown', 'HTML'].map((form) => `Omar exported the draft as ${form}`),
      ),
    )
  }, 5000)
})

test('N10: comments, open questions and the decision go along when asked, and are nowhere when not', async () => {
  const { narrativeId, initiativeId } = await bring()
  const comment = await ines.api.reviews.commentOnDraft({ narrativeId, text: 'COMMENTCANARY', on: null })
  await omar.api.reviews.reply({ commentId: comment.id, text: 'REPLYCANARY' })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  await omar.api.reviews.commentOnEdition({ editionId: edition.id, text: 'EDITIONCANARY', on: null })
  await ines.api.decisions.record({
    initiativeId,
    outcome: { name: 'revise' },
    decider: ines.id,
    because: 'DECISIONCANARY',
  })
  const textOf = async (file: File) =>
    file.name.endsWith('.docx')
      ? Object.entries(unzipSync(await bytesOf(file)))
          .map(([, part]) => strFromU8(part))
          .join('\n')
      : file.text()
  for (const format of ['docx', 'markdown', 'html'] as const) {
    const wishes = { format, comments: 'with', decision: 'with' } as const
    const draft = await textOf(await omar.api.transfer.exportDraft({ narrativeId, ...wishes }))
    const frozen = await textOf(await omar.api.transfer.exportEdition({ editionId: edition.id, ...wishes }))
    const bare = await textOf(await omar.api.transfer.exportEdition({ editionId: edition.id, format }))
    for (const canary of ['COMMENTCANARY', 'REPLYCANARY', 'DECISIONCANARY']) expect(draft).toContain(canary)
    for (const canary of ['EDITIONCANARY', 'DECISIONCANARY']) expect(frozen).toContain(canary)
    expect(bare).not.toMatch(/CANARY/)
  }
  const stored = await bytesOf(await omar.api.narratives.pdf({ editionId: edition.id }))
  const pdf = { editionId: edition.id, format: 'pdf' } as const
  expect(await bytesOf(await omar.api.transfer.exportEdition(pdf))).toEqual(stored)
  const longer = await bytesOf(await omar.api.transfer.exportEdition({ ...pdf, comments: 'with' }))
  expect(longer).not.toEqual(stored)
})

test('D2, R15: the record of a meeting leaves as PDF and Markdown when it is closed, and is on the record', async () => {
  const { narrativeId, initiativeId } = await bring()
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  const question = await opened({ ines, omar }, meetingId)
  expect(await refusal(omar.api.transfer.exportRecord({ meetingId }))).toBe('no-record')
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: randomUUID() })

  const pdf = await omar.api.transfer.exportRecord({ meetingId })
  expect(pdf.name).toMatch(/, record of the meeting\.pdf$/)
  const text = (await linesInPdf(await bytesOf(pdf))).map((each) => each.text).join(' ')
  const markdown = await (await omar.api.transfer.exportRecord({ meetingId, format: 'markdown' })).text()
  for (const said of [
    'Omar owes the decision by 12 March 2027.',
    'We owe an answer: Ines, by 10 March 2027',
    'Ines (Facilitator',
    edition.hash.slice(0, 24),
    'closed on 1 March 2027',
    'Tidewatch. To decide',
  ]) {
    expect(text).toContain(said)
    expect(markdown).toContain(said)
  }
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId })
    const says = activity.map(({ says, actor }) => `${actor?.name} ${says}`)
    expect(says).toContain('Omar exported the record of a meeting as PDF')
    expect(says).toContain('Omar exported the record of a meeting as Markdown')
  }, 5000)
})

test('R5, R7: neither a sealed question nor a private note leaves with any file, not even with its author’s', async () => {
  const { narrativeId, initiativeId } = await bring()
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const { room } = await ines.api.meetings.schedule({
    initiativeId,
    editionId: edition.id,
    key: randomUUID(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 5,
    attendees: [{ personId: ines.id, roles: ['facilitator', 'author', 'reader'] }],
  })
  const { meetingId } = room
  await ines.api.meetings.join({ meetingId, key: randomUUID() })
  await ines.api.meetings.start({ meetingId, key: randomUUID() })
  await ines.api.reviews.postQuestion({ meetingId, key: randomUUID(), text: 'SEALEDCANARY?', on: null })
  await ines.api.reviews.postNote({ editionId: edition.id, text: 'NOTECANARY', on: null })
  for (const format of ['docx', 'markdown', 'html', 'pdf'] as const) {
    const file = await ines.api.transfer.exportEdition({
      editionId: edition.id,
      format,
      comments: 'with',
      decision: 'with',
    })
    const bytes = await bytesOf(file)
    const parts = format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes]
    for (const part of parts) expect(strFromU8(part, true)).not.toMatch(/CANARY/)
  }
})

test('N10: who may export is the company’s to say, at every door a document leaves by', async () => {
  const { narrativeId, initiativeId } = await bring()
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  await leaveOwed({ ines, omar }, meetingId, await opened({ ines, omar }, meetingId))
  await ines.api.meetings.close({ meetingId, key: randomUUID() })
  await ines.api.people.updateWorkspace({ settings: { exportNeeds: 'edit' } })
  const { id: editionId } = edition
  const doors: ((who: Colleague) => Promise<File | Blob>)[] = [
    (who) => who.api.transfer.exportDraft({ narrativeId, format: 'docx' }),
    (who) => who.api.transfer.exportEdition({ editionId, format: 'pdf' }),
    (who) => who.api.narratives.exportMarkdown({ narrativeId }),
    (who) => who.api.narratives.pdf({ editionId }),
    (who) => who.api.narratives.canonical({ editionId }),
    (who) => who.api.transfer.exportRecord({ meetingId }),
  ]
  for (const door of doors) {
    expect(await refusal(door(omar))).toBe('not-allowed')
    expect((await door(ines)).size).toBeGreaterThan(0)
  }
  await ines.api.people.updateWorkspace({ settings: { exportNeeds: 'read' } })
})
