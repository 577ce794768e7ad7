import type { MeetingRecord } from '@foreword/core/meetings/record'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { transferContract } from '@foreword/core/transfer/contract'
import { formatLabels } from '@foreword/core/transfer/export'
import type { DocumentJson } from '@foreword/document/json'
import { SCHEMA_VERSION } from '@foreword/document/schema'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { recordFor } from '../meetings/record.ts'
import * as meetings from '../meetings/store.ts'
import { tellExported } from '../narratives/exported.ts'
import { fileNamed } from '../narratives/files.ts'
import { theWorkspace } from '../people/store.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { block, heading, paragraph, part } from './blocks.ts'

type In = Inputs<typeof transferContract>

/** D2: the record as its page and its letter say it, typeset as a document is. It leaves with the line that says so. */
export const exportRecordWith =
  ({ typeset }: { typeset: TypesetService }) =>
  async (
    { meetingId, format }: In['exportRecord'],
    call: Omit<Call, 'tx'>,
  ): Promise<Result<File, 'not-found' | 'no-record' | 'cannot-be-exported'>> => {
    const { db } = call.services
    const row = await meetings.one(db, call.person, meetingId)
    const workspace = await theWorkspace(db)
    if (!row || !workspace) return refuse('not-found')
    const record = await recordFor(db, call.person, meetingId, call.now)
    if (!record) return refuse('no-record')
    const document = documentOf(record, workspace.name)
    const label = 'record of the meeting'
    const named = (ending: string, content: Uint8Array | string, type: string) =>
      ok(fileNamed(record.title, `, ${label}.${ending}`, content, type))
    const written = async () => {
      if (format === 'markdown') {
        const { documentToMarkdown } = await import('@foreword/document/markdown-out')
        return named('md', documentToMarkdown(document), 'text/markdown; charset=utf-8')
      }
      const options = { paper: workspace.settings.paper, title: record.title, editionLabel: label }
      const set = await typeset.typeset(document, options)
      return set.ok ? named('pdf', set.value.pdf, 'application/pdf') : refuse('cannot-be-exported')
    }
    const file = await written()
    if (!file.ok) return file
    return inTransaction(db, async (tx) => {
      const initiativeId = row.initiativeId as Parameters<typeof tellExported>[0]['initiativeId'] // a row of ours
      const says = `exported the record of a meeting as ${formatLabels[format]}`
      await tellExported({ initiativeId, of: 'meeting', id: meetingId, says }, { ...call, tx })
      return file
    })
  }

function documentOf({ title, lead, sections }: MeetingRecord, company: string): DocumentJson {
  const body = sections.flatMap(({ title: of, lines }) => [
    heading(of),
    ...(lines.length === 1
      ? lines.flatMap(paragraphs)
      : [
          block(
            'bulletList',
            lines.map((line) => block('listItem', paragraphs(line))),
          ),
        ]),
  ])
  return {
    type: 'doc',
    attrs: { schemaVersion: SCHEMA_VERSION },
    content: [
      part('headline', [heading(title, 1)]),
      part('other', [heading('The meeting'), paragraph(`${company}. ${lead}`), ...body]),
    ],
  }
}

/** What people write has lines of its own. */
const paragraphs = (text: string) =>
  text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map(paragraph)
