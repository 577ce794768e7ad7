import { defaultKinds } from '@foreword/core/narratives/kinds'
import { guideDocument } from '@foreword/document/guide'
import { placesOf } from '@foreword/document/sections'
import { startDocument } from '@foreword/document/start'
import { expect, test } from 'vitest'
import { createTypesetter } from './compile.ts'

const typesetter = createTypesetter()
let next = 0
const newId = () => `b${next++}`

test.each(
  defaultKinds.flatMap((kind) => (['letter', 'a4'] as const).map((paper) => [kind.id, paper, kind] as const)),
)('W11, N3: the example of %s on %s keeps the limits of its kind', (id, paper, kind) => {
  const { corePages, pressReleasePages, missingGlyphs } = typesetter.layout(guideDocument(newId, id), {
    paper,
    title: '',
    editionLabel: '',
    places: placesOf(kind),
  })
  expect(corePages).toBeLessThanOrEqual(kind.limits.corePages ?? Number.POSITIVE_INFINITY)
  expect(pressReleasePages).toBe(kind.limits.pressReleasePages === null ? 0 : 1)
  expect(missingGlyphs).toEqual([])
})

test('N3: where the press release and the appendix stand is the template’s, not a list of names in code', () => {
  const parts = [
    { id: 'opening', section: 'press-release', startsWith: 'heading' },
    { id: 'story', section: 'press-release', startsWith: 'paragraph' },
    { id: 'numbers', section: 'body', startsWith: 'paragraph' },
    { id: 'exhibits', section: 'appendix', startsWith: 'paragraph' },
  ] as const
  const kind = {
    label: 'Announcement',
    purpose: 'To announce.',
    limits: { corePages: 2, pressReleasePages: 1 },
    parts: parts.map((part) => ({
      ...part,
      label: part.id,
      required: true,
      guidance: 'Write it.',
      qualityBar: 'Is it?',
    })),
  }
  const document = startDocument(kind, newId, 'It opens')
  for (const part of document.content.slice(1))
    part.content = [
      { type: 'paragraph', attrs: { id: newId() }, content: [{ type: 'text', text: 'Some words of it.' }] },
    ]
  const options = { paper: 'letter', title: '', editionLabel: '' } as const
  expect(typesetter.layout(document, { ...options, places: placesOf(kind) })).toMatchObject({
    pages: 3,
    corePages: 2,
    pressReleasePages: 1,
  })
  // as a PR/FAQ, which knows none of these parts, it is one page of words
  expect(typesetter.layout(document, options)).toMatchObject({ pages: 1, corePages: 1, pressReleasePages: 0 })
})
