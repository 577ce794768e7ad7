import { expect, test } from 'vitest'
import { sayLook } from './say-look.ts'

test.each([
  ['kind', 'paragraph', 'heading 3', 'Now a heading 3, was a paragraph.'],
  ['part', 'problem', 'solution', 'Now in “SOLUTION”, was in “PROBLEM”.'],
  ['inside', '', 'bulletList > listItem', 'Now in a bulleted list, was in no list or table.'],
  [
    'inside',
    'table > tableRow > tableCell',
    'table > tableRow > tableHeader, over 2 columns',
    'Now in a cell at the head over 2 columns, was in a cell.',
  ],
  ['emphasis', '', 'em strong', 'Words are now italic and bold, were plain.'],
  ['link', '', 'https://a.example/', 'Now a link to https://a.example/'],
  ['link', 'https://a.example/', '', 'No longer a link; it led to https://a.example/'],
  ['picture', 'asset:a', 'asset:b', 'Another picture is shown.'],
  ['width', 'own', '40', 'Now 40 % of the column, was in its own size.'],
] as const)('N6: a change of %s from “%s” to “%s” is one sentence', (what, was, is, said) => {
  expect(sayLook({ what, was, is }, (part) => part.toUpperCase())).toBe(said)
})
