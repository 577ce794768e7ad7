import { expect, test } from 'vitest'
import { canonical, canonicalBytes, documentFromBytes, documentFromUnknown } from './canonical.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { diagram, doc, heading, image, paragraph, part, sketch } from './testing.ts'

const small = doc(
  part('p1', 'headline', heading('h1', 'Grüße 👩‍🚀', 1)),
  part('p2', 'summary', paragraph('s1', 'Two')),
)

test('N6: the same document gives the same bytes, whatever the order of its keys', () => {
  const shuffled = {
    content: small.content.map(({ type, attrs, content }) => ({ content, attrs, type })),
    type: 'doc',
  }
  const read = documentFromUnknown(shuffled)
  expect(read.ok && canonicalBytes(read.value)).toEqual(canonicalBytes(small))
})

test('N6: canonical bytes read back as the same document', () => {
  expect(documentFromBytes(canonicalBytes(small))).toEqual({ ok: true, value: canonical(small) })
})

test.each([
  ['null', null],
  ['a number', 7],
  ['an empty object', {}],
  ['a document without parts', { type: 'doc', content: [] }],
  ['an unknown node', doc(part('p', 'other', { type: 'script', attrs: { id: 'x' } }))],
  ['a paragraph outside a part', { type: 'doc', content: [paragraph('x', 'loose')] }],
  ['a heading of level 9', doc(part('p', 'other', heading('h', 'Deep', 9)))],
  [
    'a javascript link',
    doc(
      part('p', 'other', {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      }),
    ),
  ],
  ['a picture wider than the column', doc(part('p', 'other', image('i', { width: 101 })))],
  ['a picture of half a percent', doc(part('p', 'other', image('i', { width: 10.5 })))],
  [
    'a drawing from elsewhere',
    doc(part('p', 'other', sketch('k', { drawing: 'https://example.org/a.svg' }))),
  ],
  ['a drawing that is no hash', doc(part('p', 'other', diagram('d', 'graph', { drawing: 'asset:1' })))],
  ['a footnote outside text', doc(part('p', 'other', { type: 'footnote' }))],
  ['half an emoji', doc(part('p', 'other', paragraph('x', 'a\ud83d')))],
  ['a part alone', part('p', 'other', paragraph('x', 'words'))],
])('A5: %s is refused', (_, value) => {
  expect(documentFromUnknown(value)).toMatchObject({ ok: false, refusal: 'not-a-document' })
})

test('A5: a hundred thousand nested quotes are refused without a crash', () => {
  let nested: unknown = paragraph('x', 'deep')
  for (let depth = 0; depth < 100_000; depth++) nested = { type: 'blockquote', content: [nested] }
  expect(documentFromUnknown({ type: 'doc', content: [{ type: 'part', content: [nested] }] })).toMatchObject({
    refusal: 'not-a-document',
  })
})

test('a document of a newer schema is refused by name, never read half', () => {
  expect(documentFromUnknown({ ...small, attrs: { schemaVersion: SCHEMA_VERSION + 1 } })).toMatchObject({
    refusal: 'newer-schema',
  })
})

test('A5: bytes that are not UTF-8 or not JSON are refused', () => {
  expect(documentFromBytes(new Uint8Array([0xff, 0xfe]))).toMatchObject({ refusal: 'not-a-document' })
  expect(documentFromBytes(new TextEncoder().encode('{"type":'))).toMatchObject({ refusal: 'not-a-document' })
})

test('a document of version 1 is one of version 2, with nothing added but what was not there', () => {
  const old = {
    ...doc(
      part('p', 'appendix', { type: 'image', attrs: { id: 'i', src: 'a.png', alt: null, title: null } }),
    ),
    attrs: { schemaVersion: 1 },
  }
  expect(documentFromUnknown(old)).toEqual({
    ok: true,
    value: doc(
      part('p', 'appendix', {
        type: 'image',
        attrs: { id: 'i', src: 'a.png', alt: null, title: null, width: null },
      }),
    ),
  })
})
