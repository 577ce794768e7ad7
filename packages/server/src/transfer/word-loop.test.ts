import { workspaceId as toWorkspaceId } from '@foreword/core/ids'
import { faqEntries, textBlocks } from '@foreword/document/blocks'
import { moveFaqEntry, placeOfEntry } from '@foreword/document/faq-move'
import { documentFromMarkdown } from '@foreword/document/markdown-in'
import { documentFromYDoc } from '@foreword/document/yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { newId } from '../db/ids.ts'
import { createFileReader } from '../formats/reader.ts'
import type { Call } from '../http/call.ts'
import { appendUpdates, readStoredDraft, replay } from '../live/draft-store.ts'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { bringBackWith } from './bring-back.ts'
import { WordCopy } from './word.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const source = `# Harbour opens to small boats

Oslo, 3 May 2031 — The harbour opens its berth to every small boat today.

## Problem

Boats wait outside for hours, and skippers phone the port to ask.

Nobody at the port knows who came first.

## Internal FAQ

### Why now?

The berth is free from June.
`

async function begun() {
  const { narrativeId, initiativeId } = await ines.api.narratives.bring({ file: markdownFile(source) })
  return { narrativeId, initiativeId }
}

const textOf = async (narrativeId: Narrative) =>
  (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
type Narrative = Awaited<ReturnType<typeof begun>>['narrativeId']

/** The draft's blocks with their ids, as its own export tells them. */
async function passage(narrativeId: Narrative, quote: string) {
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const found = await ines.api.narratives.edition({ editionId: edition.id })
  const blocks = textBlocks(found.document as unknown as Parameters<typeof textBlocks>[0])
  const block = blocks.find(({ text }) => text.includes(quote))
  if (!block) throw new Error(`no block says “${quote}”`)
  const from = block.text.indexOf(quote)
  return { blockId: block.id, from, to: from + quote.length, quote }
}

const exported = async (narrativeId: Narrative) =>
  WordCopy.of(await ines.api.transfer.exportDraft({ narrativeId, format: 'docx', comments: 'with' }))

async function broughtBack(narrativeId: Narrative, file: File) {
  const preview = await ines.api.transfer.previewWord({ narrativeId, file })
  return { preview, brought: await ines.api.transfer.bringBack({ narrativeId, file, draft: preview.draft }) }
}

/** What the server hands to an act of this person. */
async function callOf({ id, name }: Colleague): Promise<Omit<Call, 'tx'>> {
  const { rows } = await company.pool.query('select workspace_id from person where id = $1', [id])
  const workspaceId = toWorkspaceId.parse(rows[0].workspace_id)
  return {
    workspaceId,
    person: { id, workspaceId, name, role: 'administrator', sessionId: '' },
    now: new Date('2027-03-01T09:00:00Z'),
    // the act asks for nothing else
    services: { db: company.db } as Call['services'],
  }
}

/** Brings the file back on a machine that stops before the draft has heard of it. */
async function stoppedOnTheWay(narrativeId: Narrative, file: File) {
  const { draft } = await ines.api.transfer.previewWord({ narrativeId, file })
  const reader = createFileReader()
  const collab = {
    readDraft: draftOnDisk,
    editDraft: () => Promise.reject(new Error('the machine stopped')),
  }
  const bringBack = bringBackWith({ collab, reader, store: null, typeset: { probe: async () => null } })
  await expect(bringBack({ narrativeId, file, draft }, await callOf(ines))).rejects.toThrow(
    'the machine stopped',
  )
  reader.close()
}

async function draftOnDisk(id: string) {
  const stored = await readStoredDraft(company.pool, id)
  return replay(stored?.updates ?? [])
}

describe('the Word loop', () => {
  test('N10, F2: changes come in as a forward change, comments hold, and Word’s come in under Word’s names', async () => {
    const { narrativeId } = await begun()
    const on = await passage(narrativeId, 'phone the port')
    const comment = await ines.api.reviews.commentOnDraft({ narrativeId, text: 'How often?', on })
    const file = (await exported(narrativeId))
      .words('Boats wait outside for hours', 'Two boats in three wait outside for days')
      .paragraphAfter('Nobody at the port', 'Quite new words.')
      .comment('Ann in Word', 'Since when?', { on: 'Nobody at the port' })
      .comment('Ann in Word', 'Every morning.', { replyTo: 'How often?' })
      .renumbered()
      .file()
    const { preview, brought } = await broughtBack(narrativeId, file)
    expect(preview).toMatchObject({ origin: 'this-draft', clashes: [], commentsKnown: 1, notMatched: 1 })
    expect(preview.changes.map(({ kind }) => kind)).toEqual(['changed', 'added'])
    expect(preview.comments).toEqual([
      { author: 'Ann in Word', text: 'Since when?', quote: 'Nobody at the port', becomes: 'comment' },
      { author: 'Ann in Word', text: 'Every morning.', quote: null, becomes: 'reply' },
    ])
    expect(brought).toMatchObject({ comments: 2 })

    const text = await textOf(narrativeId)
    expect(text).toContain('Two boats in three wait outside for days, and skippers phone the port to ask.')
    expect(text).toContain('Quite new words.')
    const threads = await ines.api.reviews.listComments({ narrativeId })
    expect(threads).toHaveLength(2)
    const held = threads.find(({ id }) => id === comment.id)
    expect(held?.anchor).toMatchObject({
      on: 'draft',
      state: 'moved',
      quote: 'phone the port',
      method: 'position',
    })
    expect(held?.replies).toMatchObject([
      { text: 'Every morning.', fromWord: { author: 'Ann in Word' }, by: { name: 'Ines' } },
    ])
    const came = threads.find(({ id }) => id !== comment.id)
    expect(came).toMatchObject({
      text: 'Since when?',
      fromWord: { author: 'Ann in Word', at: '2027-03-04T10:00:00Z' },
      anchor: { on: 'draft', state: 'exact', quote: 'Nobody at the port' },
    })
    expect(await ines.api.narratives.freeze({ narrativeId })).toMatchObject({ number: 2 })

    // the same file again has nothing more to bring
    const again = await ines.api.transfer.previewWord({ narrativeId, file })
    expect(again).toMatchObject({ changes: [], comments: [], commentsKnown: 3 })
    expect(await refusal(ines.api.transfer.bringBack({ narrativeId, file, draft: again.draft }))).toBe(
      'nothing-to-bring',
    )
  })

  test('N10: what was written in the draft meanwhile stays; where both changed the same words, both are kept', async () => {
    const { narrativeId } = await begun()
    const copy = await exported(narrativeId)
    const meanwhile = (await exported(narrativeId))
      .words('Nobody at the port knows', 'Not one of us at the port knows')
      .words('from June', 'from July')
    await broughtBack(narrativeId, meanwhile.file())
    const { preview } = await broughtBack(
      narrativeId,
      copy.words('wait outside for hours', 'wait outside for weeks').words('from June', 'from May').file(),
    )
    expect(preview.clashes).toEqual([
      { draft: 'The berth is free from July.', word: 'The berth is free from May.' },
    ])
    const text = await textOf(narrativeId)
    expect(text).toContain('wait outside for weeks')
    expect(text).toContain('Not one of us at the port knows')
    expect(text).toContain('from July')
    expect(await ines.api.reviews.listComments({ narrativeId })).toMatchObject([
      {
        kind: { name: 'suggestion', replacement: 'The berth is free from May.' },
        anchor: { quote: 'The berth is free from July.' },
      },
    ])
  })

  test('N10: it is taken back as a forward change, with the comments that came with it, and what came later stays', async () => {
    const { narrativeId } = await begun()
    const before = await textOf(narrativeId)
    await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Mine.', on: null })
    const copy = (await exported(narrativeId))
      .words('for hours', 'for weeks')
      .comment('Ann', 'Theirs.', { on: 'from June' })
    const { brought } = await broughtBack(narrativeId, copy.file())
    const later = (await exported(narrativeId)).words('every small boat', 'each small boat')
    await broughtBack(narrativeId, later.file())
    await ines.api.transfer.takeBack({ narrativeId, wordReturnId: brought.id })
    expect(await textOf(narrativeId)).toBe(before.replace('every small boat', 'each small boat'))
    expect((await ines.api.reviews.listComments({ narrativeId })).map(({ text }) => text)).toEqual(['Mine.'])
    expect(await refusal(ines.api.transfer.takeBack({ narrativeId, wordReturnId: brought.id }))).toBe(
      'taken-back-already',
    )
  })

  test('N10: what was tracked in Word comes in as suggestions of its author, once, on top of what was changed', async () => {
    const { narrativeId } = await begun()
    await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Mine.', on: null })
    const file = (await exported(narrativeId))
      .words('from June', 'from May')
      .tracked('Ann', 'wait outside', 'drift outside')
      .trackedParagraphAfter('Bo', 'Nobody at the port', 'Quite new words.')
      .comment('Ann', 'Since when?', { on: 'for hours' })
      .file()
    const before = await textOf(narrativeId)
    const { preview, brought } = await broughtBack(narrativeId, file)
    expect(preview).toMatchObject({ clashes: [], wordsAdded: 1, wordsRemoved: 1 })
    expect(preview.suggestions).toEqual([
      {
        author: 'Ann',
        runs: [
          { kind: 'removed', text: 'wait outside' },
          { kind: 'added', text: 'drift outside' },
        ],
      },
      { author: 'Bo', runs: [{ kind: 'added', text: '\nQuite new words.' }] },
    ])
    expect(brought).toMatchObject({ suggestions: 2, comments: 1 })
    // the draft is read as it would be with all of them accepted
    const text = await textOf(narrativeId)
    expect(text).toContain('Boats drift outside for hours')
    expect(text).toContain('Quite new words.')
    expect(text).toContain('from May')
    expect(await refusal(ines.api.narratives.freeze({ narrativeId }))).toBe('open-suggestions')
    const without = await ines.api.narratives.freeze({ narrativeId, suggestions: 'reject' })
    const frozen = await ines.api.narratives.edition({ editionId: without.id })
    expect(JSON.stringify(frozen.document)).toContain('Boats wait outside for hours')
    expect(JSON.stringify(frozen.document)).toContain('from May')
    const threads = await ines.api.reviews.listComments({ narrativeId })
    expect(threads.find(({ text: said }) => said === 'Since when?')).toMatchObject({
      anchor: { state: 'exact', quote: 'for hours' },
    })

    const again = await ines.api.transfer.previewWord({ narrativeId, file })
    expect(again).toMatchObject({ changes: [], suggestions: [], clashes: [], comments: [] })
    await ines.api.transfer.takeBack({ narrativeId, wordReturnId: brought.id })
    expect(await textOf(narrativeId)).toBe(before)
    await ines.api.narratives.freeze({ narrativeId })
  })

  test('N10: what was tracked stands beside what was written here meanwhile; on the same words it is said', async () => {
    const { narrativeId } = await begun()
    const copy = (await exported(narrativeId))
      .tracked('Ann', 'phone the port', 'call the port')
      .tracked('Ann', 'is free', 'stands free')
    await broughtBack(
      narrativeId,
      (await exported(narrativeId))
        .words('Boats wait', 'Small boats wait')
        .words('is free', 'is empty')
        .file(),
    )
    const { preview } = await broughtBack(narrativeId, copy.file())
    expect(preview.suggestions).toHaveLength(1)
    expect(preview.clashes).toEqual([
      { draft: 'The berth is empty from June.', word: 'The berth stands free from June.' },
    ])
    const text = await textOf(narrativeId)
    expect(text).toContain('Small boats wait outside for hours, and skippers call the port to ask.')
    expect(text).toContain('The berth is empty from June.')
  })

  test('N10: a Word file with tracked changes becomes a new document with them open in it', async () => {
    const { narrativeId } = await begun()
    const file = (await exported(narrativeId)).tracked('Ann', 'wait outside', 'drift outside').file()
    const fresh = await ines.api.narratives.bring({ file })
    expect(fresh).toMatchObject({ suggestions: 1 })
    expect(await textOf(fresh.narrativeId)).toContain('Boats drift outside')
    expect(await refusal(ines.api.narratives.freeze({ narrativeId: fresh.narrativeId }))).toBe(
      'open-suggestions',
    )
  })

  test('A1: stopped between what comes with a return and the draft, the draft takes it over after the next start', async () => {
    const { narrativeId } = await begun()
    await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Mine.', on: null })
    const file = (await exported(narrativeId))
      .words('for hours', 'for weeks')
      .comment('Ann', 'Since when?', { on: 'Nobody at the port' })
      .file()
    const before = await textOf(narrativeId)
    await stoppedOnTheWay(narrativeId, file)
    expect(await textOf(narrativeId)).toBe(before)
    await company.restart()
    await expect.poll(() => textOf(narrativeId), { timeout: 20_000 }).toContain('for weeks')
    const threads = await ines.api.reviews.listComments({ narrativeId })
    expect(threads.find(({ text }) => text === 'Since when?')).toMatchObject({
      anchor: { state: 'exact', quote: 'Nobody at the port' },
    })
    expect(threads).toHaveLength(2)
    const { rows } = await company.pool.query('select id from word_return where narrative_id = $1', [
      narrativeId,
    ])
    await ines.api.transfer.takeBack({ narrativeId, wordReturnId: rows[0].id })
    expect(await textOf(narrativeId)).toBe(before)
    expect(await ines.api.reviews.listComments({ narrativeId })).toMatchObject([{ text: 'Mine.' }])
  }, 60_000)

  test('A1: words that come back for a question which was moved before they could are in the question', async () => {
    const twoQuestions = `${source}\n### Why here?\n\nThe berth is deep.\n`
    const { narrativeId } = await ines.api.narratives.bring({ file: markdownFile(twoQuestions) })
    const file = (await exported(narrativeId)).words('free from June', 'free from May').file()
    await stoppedOnTheWay(narrativeId, file)
    const draft = await draftOnDisk(narrativeId)
    const before = encodeStateVector(draft)
    const why = faqEntries(documentFromYDoc(draft, newId))[0]?.id ?? ''
    expect(moveFaqEntry(draft, why, { part: placeOfEntry(draft, why)?.part ?? '' })).toBe(true)
    const bytes = encodeStateAsUpdate(draft, before)
    const { workspaceId } = await callOf(ines)
    const at = new Date()
    await appendUpdates(company.pool, [{ workspaceId, documentId: narrativeId, bytes, author: null, at }])
    await company.restart()
    await expect.poll(() => textOf(narrativeId), { timeout: 20_000 }).toContain('free from May')
    const text = await textOf(narrativeId)
    expect(text.indexOf('Why now?')).toBeGreaterThan(text.indexOf('Why here?'))
    expect(text).not.toContain('from June')
  }, 60_000)

  test('N10: a file that lost our marks on its way is told again by its words', async () => {
    const { narrativeId } = await begun()
    const copy = (await exported(narrativeId)).words('for hours', 'for weeks').without('customXml/item1.xml')
    const bare = copy.part('word/document.xml').replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
    copy.replace('word/document.xml', copy.part('word/document.xml'), bare)
    const { preview } = await broughtBack(narrativeId, copy.file())
    expect(preview).toMatchObject({ origin: 'unknown', wordsAdded: 1, wordsRemoved: 1, notMatched: 0 })
    const text = await textOf(narrativeId)
    expect(text).toContain('for weeks')
    expect(text).toContain('foreword:part=internal-faq')
  })

  test('A5: nothing is applied when the draft changed since the preview, or the file is refused', async () => {
    const { narrativeId } = await begun()
    const file = (await exported(narrativeId)).words('for hours', 'for weeks').file()
    const other = (await exported(narrativeId)).words('from June', 'from May').file()
    const { draft } = await ines.api.transfer.previewWord({ narrativeId, file })
    await broughtBack(narrativeId, other)
    const before = await textOf(narrativeId)
    expect(await refusal(ines.api.transfer.bringBack({ narrativeId, file, draft }))).toBe('draft-has-changed')
    expect(await refusal(ines.api.transfer.previewWord({ narrativeId, file: markdownFile(source) }))).toBe(
      'not-word-file',
    )
    expect(await refusal(omar.api.transfer.previewWord({ narrativeId, file }))).toBe('not-allowed')
    expect(await textOf(narrativeId)).toBe(before)
  })

  test('N10: the comments of a Word file that becomes a new document stand beside it, each once', async () => {
    const { narrativeId } = await begun()
    await ines.api.reviews.commentOnDraft({
      narrativeId,
      text: 'Which boats?',
      on: await passage(narrativeId, 'small boat today'),
    })
    const copy = (await exported(narrativeId)).comment('Ann', 'All of them.', { replyTo: 'Which boats?' })
    const fresh = await ines.api.narratives.bring({ file: copy.file() })
    await expect
      .poll(() => ines.api.reviews.listComments({ narrativeId: fresh.narrativeId }), { timeout: 5000 })
      .toMatchObject([
        {
          text: 'Which boats?',
          fromWord: { author: 'Ines' },
          anchor: { state: 'exact', quote: 'small boat today' },
          replies: [{ text: 'All of them.', fromWord: { author: 'Ann' } }],
        },
      ])
    const [was, is] = await Promise.all([textOf(narrativeId), textOf(fresh.narrativeId)])
    expect(is).toBe(was)
    expect(documentFromMarkdown(is, newId).ok).toBe(true)
  })
})
