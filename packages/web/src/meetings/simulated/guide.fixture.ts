import type { PersonId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { Edition } from '@foreword/core/narratives/narrative'
import { textBlocks } from '@foreword/document/blocks'
import { guideDocument } from '@foreword/document/guide'

const foreword = { id: idOfNothing(0) as PersonId, name: 'Foreword' }

/** The guide, as if each block were one line and three blocks a page. */
export function guideEdition(): Edition {
  let blocks = 0
  const document = guideDocument(() => idOfNothing(++blocks))
  const texts = textBlocks(document)
  const lines = texts.map(({ id, text }, at) => ({
    line: at + 1,
    page: 1 + Math.floor(at / 3),
    block: id,
    from: 0,
    to: text.length,
  }))
  const pages = lines.at(-1)?.page ?? 1
  return {
    id: idOfNothing(0) as Edition['id'],
    narrativeId: idOfNothing(0) as Edition['narrativeId'],
    initiativeId: idOfNothing(0) as Edition['initiativeId'],
    number: 1,
    name: 'The guide',
    hash: 'f00d',
    title: 'Dry Tonight',
    frozenAt: '2027-03-01T09:00:00.000Z',
    frozenBy: foreword,
    authors: [foreword],
    extent: {
      corePages: 5,
      pressReleasePages: 1,
      pages,
      lines: lines.length,
      words: 2000,
      readingMinutes: 15,
    },
    document: { ...document },
    paper: 'letter',
    figures: [],
    missingGlyphs: [],
    lines,
  }
}
