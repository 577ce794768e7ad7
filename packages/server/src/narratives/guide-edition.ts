import { createHash } from 'node:crypto'
import { editionId, initiativeId, narrativeId, personId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { Edition } from '@foreword/core/narratives/narrative'
import { ok, type Result, refuse } from '@foreword/core/result'
import { wordCount } from '@foreword/document/blocks'
import { canonicalBytes } from '@foreword/document/canonical'
import { guideDocument } from '@foreword/document/guide'
import type { Call } from '../http/call.ts'
import { theWorkspace } from '../people/store.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { headlineOf } from './drafts.ts'
import { figuresOf, linesOf } from './freeze.ts'

type Paper = Edition['paper']
type Answer = Result<Edition, 'cannot-be-typeset'>

/**
 * The shipped guide as an edition to read (W11), for whoever wants to see a meeting before holding one. It is typeset
 * once for each paper and kept in memory: nothing is stored, and its ids are those of nothing in the company, the
 * same after every start.
 */
export function guideEditionWith(typeset: TypesetService) {
  const kept = new Map<Paper, Promise<Answer>>()
  return async (_: unknown, { services, now }: Omit<Call, 'tx'>): Promise<Answer> => {
    const settings = (await theWorkspace(services.db))?.settings
    if (!settings) throw new Error('somebody is signed in and there is no workspace')
    const { paper, readingMinutesPerPage } = settings
    const setting = kept.get(paper) ?? editionOn(typeset, paper, now)
    kept.set(paper, setting)
    // one that failed is not kept: the next who asks tries again
    const set = await setting.catch((error: unknown) => {
      kept.delete(paper)
      throw error
    })
    if (!set.ok) return set
    const { extent } = set.value
    return ok({
      ...set.value,
      extent: { ...extent, readingMinutes: extent.corePages * readingMinutesPerPage },
    })
  }
}

async function editionOn(typeset: TypesetService, paper: Paper, now: Date): Promise<Answer> {
  let blocks = 0
  const document = guideDocument(() => idOfNothing(++blocks))
  const hash = createHash('sha256').update(canonicalBytes(document)).digest('hex')
  const title = headlineOf(document)
  const set = await typeset.typeset(document, { paper, title, editionLabel: 'The guide' })
  if (!set.ok) return refuse('cannot-be-typeset')
  const { corePages, pressReleasePages, pages, lineCount } = set.value
  const foreword = { id: personId.parse(idOfNothing(0)), name: 'Foreword' }
  return ok({
    id: editionId.parse(idOfNothing(0)),
    narrativeId: narrativeId.parse(idOfNothing(0)),
    initiativeId: initiativeId.parse(idOfNothing(0)),
    number: 1,
    name: 'The guide',
    hash,
    title,
    frozenAt: now.toISOString(),
    frozenBy: foreword,
    authors: [foreword],
    extent: {
      corePages,
      pressReleasePages,
      pages,
      lines: lineCount,
      words: wordCount(document),
      readingMinutes: 0,
    },
    document: { ...document },
    paper,
    lines: linesOf(set.value),
    figures: figuresOf(document, set.value, {}),
    missingGlyphs: set.value.missingGlyphs,
  })
}
