import { editionId, initiativeId, narrativeId } from '@foreword/core/ids'
import { defaultQuestions } from '@foreword/core/initiatives/questions'
import { ok } from '@foreword/core/result'
import type { SearchHit, searchContract } from '@foreword/core/search/contract'
import { snippetOf } from '@foreword/core/search/snippet'
import { type Term, termsOf } from '@foreword/core/search/terms'
import type { Reading } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as store from './store.ts'

type In = Inputs<typeof searchContract>['documents']
type Row = store.Row

export async function documents({ text, most }: In, { db, person }: Reading) {
  const found = await store.find(db, person, { text, most: most + 1 })
  if (found === null) return ok({ hits: [], more: false })
  const { query, rows } = found
  const terms = termsOf(query)
  return ok({ hits: rows.slice(0, most).map((row) => hitOf(row, terms)), more: rows.length > most })
}

const questionTitles = new Map<string, string>(defaultQuestions.map(({ id, title }) => [id, title]))

function hitOf(row: Row, terms: readonly Term[]): SearchHit {
  const inDraft = snippetOf(row.passages, terms)
  const inEdition = row.edition_passages && snippetOf(row.edition_passages, terms)
  const isOfEdition = inEdition !== null && inEdition.count > inDraft.count
  const { part, block, snippet, marks } = isOfEdition ? inEdition : inDraft
  const { narrative_id, edition_id, edition_number, changed_at } = row
  return {
    initiative: { id: initiativeId.parse(row.initiative_id), name: row.name, stage: row.stage },
    document: narrative_id === null ? null : { id: narrativeId.parse(narrative_id), title: row.title },
    edition:
      isOfEdition && edition_id !== null && edition_number !== null
        ? { id: editionId.parse(edition_id), number: edition_number }
        : null,
    part: narrative_id === null ? (questionTitles.get(part) ?? '') : part,
    block,
    snippet,
    marks,
    changedAt: new Date(changed_at).toISOString(),
  }
}
