import { dayIn, spokenDay } from '@foreword/core/calendar'
import { suffices } from '@foreword/core/people/permissions'
import { defaultSettings } from '@foreword/core/people/workspace'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { FeedbackAsked } from '@foreword/core/reviews/feedback/feedback'
import type { DocumentJson } from '@foreword/document/json'
import { SCHEMA_VERSION } from '@foreword/document/schema'
import { type Call, inTransaction } from '../http/call.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import * as editions from '../narratives/editions-store.ts'
import { tellExported } from '../narratives/exported.ts'
import { fileNamed } from '../narratives/files.ts'
import { theWorkspace } from '../people/store.ts'
import { askedOf } from '../reviews/feedback/store.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { block, heading, paragraph, part } from './blocks.ts'

/** Nobody prints more in a week. What is due first has its room first, and what has none left is named. */
const MOST_PAGES = 200

type Read = FeedbackAsked & { edition: NonNullable<FeedbackAsked['edition']> }
interface Bindable {
  request: Read
  edition: NonNullable<Awaited<ReturnType<typeof editions.edition>>>
  pdf: Uint8Array
}

/** What the caller is asked to read, in the order in which it is due; each edition leaves with the line that says so. */
export const exportPackWith =
  ({ typeset }: { typeset: TypesetService }) =>
  async (
    _: unknown,
    call: Omit<Call, 'tx'>,
  ): Promise<Result<File, 'nothing-to-print' | 'cannot-be-exported'>> => {
    const { db } = call.services
    const settings = (await theWorkspace(db))?.settings ?? defaultSettings
    const inIt: Bindable[] = []
    const notInIt: { title: string; why: string }[] = []
    let pages = 0
    for (const request of oncePerDocument(await askedOf(db, call.person))) {
      const out = (why: string) => notInIt.push({ title: request.title, why })
      if (!isEdition(request)) {
        out('the draft, which is still written: read it on its page')
        continue
      }
      const edition = await editions.edition(db, call.person, request.edition.id)
      const right = edition && (await rightsFor(db, call.person, edition.initiativeId))
      if (!right) continue // no longer theirs to read
      if (!suffices(right, settings.exportNeeds)) out('your company does not let readers take it out')
      else if (pages + edition.extent.pages > MOST_PAGES)
        out(`beyond ${MOST_PAGES} pages: print it from its own page`)
      else {
        const file = await editions.fileOf(db, call.person, edition.id, 'pdf')
        if (!file) continue
        inIt.push({ request, edition, pdf: file.bytes })
        pages += edition.extent.pages
      }
    }
    if (inIt.length === 0) return refuse('nothing-to-print')
    const cover = coverOf(inIt, notInIt)
    const bound = inIt.map(({ edition, pdf }) => ({ pdf, pages: edition.extent.pages, paper: edition.paper }))
    const label = spokenDay(dayIn(settings.timeZone, call.now))
    const options = { paper: settings.paper, title: TITLE, editionLabel: label }
    const set = await typeset.bind(cover, options, bound)
    if (!set.ok) return refuse('cannot-be-exported')
    return inTransaction(db, async (tx) => {
      for (const { edition } of inIt) {
        const { id, initiativeId, number } = edition
        const says = `exported edition ${number} as PDF, in what they are to read`
        await tellExported({ initiativeId, of: 'edition', id, says }, { ...call, tx })
      }
      return ok(fileNamed(TITLE, `, ${label}.pdf`, set.value, 'application/pdf'))
    })
  }

const TITLE = 'To read'

/** What two ask about is read once, and stands under whoever wants it first. */
const oncePerDocument = (requests: readonly FeedbackAsked[]) =>
  [...Map.groupBy(requests, ({ narrativeId, edition }) => edition?.id ?? narrativeId).values()].flatMap(
    ([first]) => first ?? [],
  )

const isEdition = (request: FeedbackAsked): request is Read => request.edition !== null

function coverOf(
  inIt: readonly Bindable[],
  notInIt: readonly { title: string; why: string }[],
): DocumentJson {
  const minutes = Math.ceil(inIt.reduce((sum, { request }) => sum + request.edition.readingMinutes, 0))
  const pages = inIt.reduce((sum, { edition }) => sum + edition.extent.pages, 0)
  const list = (lines: string[]) =>
    block(
      'bulletList',
      lines.map((line) => block('listItem', [paragraph(line)])),
    )
  const lines = inIt.map(({ request, edition }) => {
    const { title, by, due } = request
    const length = `${count(edition.extent.pages, 'page')}, ${count(Math.ceil(request.edition.readingMinutes), 'minute')}`
    return `${title}, edition ${edition.number}: ${length}. ${by.name} asks until ${spokenDay(due)}.`
  })
  return {
    type: 'doc',
    attrs: { schemaVersion: SCHEMA_VERSION },
    content: [
      part('headline', [heading(TITLE, 1)]),
      part('other', [
        heading('What you are asked to read'),
        paragraph(
          `${count(pages, 'page')}, ${count(minutes, 'minute')} in all. Each keeps its own pages and lines.`,
        ),
        list(lines),
        ...(notInIt.length > 0
          ? [heading('Not among these pages'), list(notInIt.map(({ title, why }) => `${title}: ${why}.`))]
          : []),
      ]),
    ],
  }
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
