import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textBlocks } from '../blocks.ts'
import { canonical } from '../canonical.ts'
import { documentFromDocx } from '../docx-in.ts'
import type { DocumentJson } from '../json.ts'
import { documentFromMarkdown } from '../markdown-in.ts'
import { documentToMarkdown } from '../markdown-out.ts'
import { suggestionsOf } from '../suggestions/list.ts'
import { withSuggestions } from '../suggestions/resolve.ts'
import { countingIds } from '../testing.ts'
import {
  type By,
  bolded,
  del,
  ins,
  item,
  movedFrom,
  movedTo,
  nowHeading,
  p,
  row,
  run,
  table,
  when,
  wordFile,
} from './tracked.fixture.ts'
import { proposedInFile } from './tracked-file.ts'

const NOW = '2027-04-01T08:00:00.000Z'

function read(body: string, parts: Record<string, string> = {}) {
  const found = documentFromDocx(wordFile(body, parts), countingIds('n'))
  if (!found.ok) throw new Error(found.refusal)
  const { tracked } = found.value
  if (!tracked) throw new Error('nothing was tracked')
  return { ...found.value, ...proposedInFile({ ...found.value, tracked }, NOW), tracked }
}

const plain = (document: Parameters<typeof documentToMarkdown>[0]) =>
  documentToMarkdown(document)
    .replaceAll(/<!--.*?-->\n*/g, '')
    .trim()

/** What each side reads, and what is to be decided in between. */
function told(body: string) {
  const { document } = read(body)
  const [rejected, accepted] = (['reject', 'accept'] as const).map((verdict) =>
    plain(withSuggestions(canonical(document), verdict)),
  )
  const suggestions = suggestionsOf(document).map(({ by, changes }) => [
    by,
    ...changes.map((change) => `${change.kind}: ${change.text}`),
  ])
  return { rejected, accepted, suggestions }
}

const HEAD = p(run('Harbour opens'), { style: 'Heading1' })

test('N10: words put in and struck in Word are suggestions of their authors, each to be decided by itself', () => {
  const body = `${HEAD}${p(`${run('We ')}${del('Ann', 'may')}${ins('Ann', 'will')}${run(' open the berth')}${ins('Bo', ' in June')}${run('.')}`)}`
  expect(told(body)).toEqual({
    rejected: '# Harbour opens\n\nWe may open the berth.',
    accepted: '# Harbour opens\n\nWe will open the berth in June.',
    suggestions: [
      ['word:Ann', 'deleted: may', 'inserted: will'],
      ['word:Bo', 'inserted:  in June'],
    ],
  })
  expect(suggestionsOf(read(body).document).map(({ at }) => at)).toEqual([when('Ann'), when('Bo')])
})

test('N10: a file in which somebody tracked changes in LibreOffice is the text before them, with what they propose', () => {
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures', name))
  const ours = documentFromMarkdown(fixture('tidewater-returns.md').toString(), countingIds())
  const found = documentFromDocx(fixture('tidewater-returns-libreoffice.docx'), countingIds('n'))
  if (!ours.ok || !found.ok || !found.value.tracked) throw new Error('not read')
  const { tracked, comments } = found.value
  const { document } = proposedInFile({ ...found.value, tracked }, NOW)
  const texts = (side: DocumentJson) => textBlocks(side).map(({ text }) => text)
  // a picture from elsewhere went out as its words
  const words = (text: string) => text !== 'The crate beside a till'
  expect(texts(withSuggestions(canonical(document), 'reject')).filter(words)).toEqual(texts(ours.value))
  const changes = suggestionsOf(document).map((one) =>
    one.changes.map(({ kind, text }) => `${kind}: ${text}`),
  )
  expect(changes).toEqual([
    ['deleted: costs a shop nothing'],
    ['inserted: tested, '],
    ['inserted: \n', 'deleted:  '],
    ['deleted: three shops', 'inserted: four shops'],
    ['deleted: Paid to the shop', 'inserted: Paid to the owner'],
  ])
  expect(comments.map(({ author, text }) => `${author}: ${text}`)).toEqual(['Libre Reader: Which printers?'])
})

test('N10: the document of a file with tracked changes is the text before them', () => {
  const found = read(`${HEAD}${p(`${run('We ')}${del('Ann', 'may')}${ins('Ann', 'will')}`)}`)
  expect(plain(found.document)).not.toBe('')
  const before = documentFromDocx(
    wordFile(`${HEAD}${p(`${run('We ')}${del('Ann', 'may')}${ins('Ann', 'will')}`)}`),
    countingIds('n'),
  )
  if (!before.ok) throw new Error(before.refusal)
  expect(plain(before.value.document)).toBe('# Harbour opens\n\nWe may')
})

test('N10: paragraphs that were split, joined, put in and taken out', () => {
  expect(
    told(
      HEAD +
        p(run('Boats wait.'), { put: 'Ann' }) +
        p(run(' Skippers phone.')) +
        p(`${run('First')}${del('Bo', '.')}`, { out: 'Bo' }) +
        p(run(' second.')) +
        p(run('Before.'), { put: 'Ann' }) +
        p(ins('Ann', 'Quite new.')) +
        p(del('Bo', 'Gone.'), { out: 'Bo' }) +
        p(run('Last.')),
    ),
  ).toEqual({
    rejected:
      '# Harbour opens\n\nBoats wait. Skippers phone.\n\nFirst.\n\nsecond.\n\nBefore.\n\nGone.\n\nLast.',
    accepted:
      '# Harbour opens\n\nBoats wait.\n\nSkippers phone.\n\nFirst second.\n\nBefore.\n\nQuite new.\n\nLast.',
    suggestions: [
      // a paragraph begins and ends without spaces
      ['word:Ann', 'inserted: \n', 'deleted:  '],
      ['word:Bo', 'deleted: .\n', 'inserted:  '],
      ['word:Ann', 'inserted: \nQuite new.'],
      ['word:Bo', 'deleted: \nGone.'],
    ],
  })
})

test('N10: items, rows and tables come and go as wholes', () => {
  expect(
    told(
      HEAD +
        item(run('One'), { put: 'Ann' }) +
        item(ins('Ann', 'Two')) +
        item(del('Bo', 'Three'), { out: 'Bo' }) +
        item(run('Four')) +
        p(run('Prices.')) +
        table(
          row([p(run('a')), p(run('b'))]),
          row([p(ins('Ann', 'c')), p(ins('Ann', 'd'))], { put: 'Ann' }),
          row([p(del('Bo', 'e')), p(del('Bo', 'f'))], { out: 'Bo' }),
        ),
    ),
  ).toMatchObject({
    rejected: expect.stringMatching(/One\n+- Three\n+- Four[\s\S]*\| a[\s|]+b[\s\S]*\| e /),
    accepted: expect.stringMatching(/One\n+- Two\n+- Four[\s\S]*\| a[\s|]+b[\s\S]*\| c /),
    suggestions: [
      ['word:Ann', 'block-inserted: Two'],
      ['word:Bo', 'block-deleted: Three'],
      ['word:Ann', 'block-inserted: c\nd'],
      ['word:Bo', 'block-deleted: e\nf'],
    ],
  })
})

test('N10: what was set otherwise is a suggestion of that: words and paragraphs', () => {
  expect(
    told(
      HEAD +
        p(`${run('Boats ')}${bolded('Ann', 'wait')}${run(' outside.')}`) +
        p(run('What follows'), { style: nowHeading('Bo') }) +
        p(run('Last.')),
    ),
  ).toEqual({
    rejected: '# Harbour opens\n\nBoats wait outside.\n\nWhat follows\n\nLast.',
    accepted: '# Harbour opens\n\nBoats **wait** outside.\n\n## What follows\n\nLast.',
    suggestions: [
      ['word:Ann', 'restyled: wait'],
      ['word:Bo', 'block-changed: What follows'],
    ],
  })
})

test('N10: what moved is taken out at one place and put in at the other', () => {
  const { rejected, accepted, suggestions } = told(
    HEAD +
      p(movedFrom('Ann', 'Boats wait outside.'), { out: 'Ann' }) +
      p(run('Skippers phone.')) +
      p(run('The berth is free.'), { put: 'Ann' }) +
      p(movedTo('Ann', 'Boats wait outside.')),
  )
  expect(rejected).toBe('# Harbour opens\n\nBoats wait outside.\n\nSkippers phone.\n\nThe berth is free.')
  expect(accepted).toBe('# Harbour opens\n\nSkippers phone.\n\nThe berth is free.\n\nBoats wait outside.')
  expect(new Set(suggestions.map(([by]) => by))).toEqual(new Set(['word:Ann']))
})

test('N10: what one put in and another struck again is both: neither is decided silently', () => {
  const { document } = read(
    `${HEAD}${p(`${run('We open')}${ins('Ann', `${run(' on Monday')}${del('Bo', ' or so')}`)}${run('.')}`)}`,
  )
  const [ann, bo] = suggestionsOf(document)
  expect([ann?.by, bo?.by]).toEqual(['word:Ann', 'word:Bo'])
  const decided = (verdict: 'accept' | 'reject', by: string) =>
    withSuggestions(canonical(document), verdict, { by })
  expect(plain(withSuggestions(decided('accept', 'word:Ann'), 'reject'))).toContain(
    'We open on Monday or so.',
  )
  expect(plain(withSuggestions(decided('accept', 'word:Ann'), 'accept'))).toContain('We open on Monday.')
  expect(plain(withSuggestions(decided('reject', 'word:Ann'), 'accept'))).toContain('We open.')
})

test('N10: a comment on tracked words stands on them', () => {
  const { passages, document } = read(
    HEAD +
      p(
        `${run('We ')}<w:commentRangeStart w:id="0"/>${del('Ann', 'may')}${ins('Ann', 'will')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(' open.')}`,
      ),
  )
  const at = passages.get('0')
  const block = textBlocks(document).find(({ id }) => id === at?.block)
  expect(block?.text.slice(at?.from, at?.to)).toBe('maywill')
})

test('N10: a document whose every word is tracked, and notes with tracked words', () => {
  expect(
    told(p(ins('Ann', 'Harbour opens'), { style: 'Heading1', put: 'Ann' }) + p(ins('Ann', 'Today.'))),
  ).toMatchObject({
    rejected: '',
    accepted: '# Harbour opens\n\nToday.',
  })
  const note = (words: string) =>
    `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${p(words)}</w:footnote></w:footnotes>`
  const { document } = read(`${HEAD}${p(`${run('Boats')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}`, {
    'word/footnotes.xml': note(`${run('Counted ')}${del('Ann', 'twice')}${ins('Ann', 'daily')}`),
  })
  expect(plain(withSuggestions(canonical(document), 'reject'))).toContain('Counted twice')
  expect(plain(withSuggestions(canonical(document), 'accept'))).toContain('Counted daily')
  expect(suggestionsOf(document).map(({ by }) => by)).toEqual(['word:Ann'])
})

test('N10: the same file proposes the same again, by the same names', () => {
  const body = `${HEAD}${p(`${run('We ')}${del('Ann', 'may')}${ins('Ann', 'will')}${run(' or ')}${del('Ann', 'may')}${ins('Ann', 'will')}`)}`
  const ids = () => suggestionsOf(read(body).document).map(({ id }) => id)
  expect(ids()).toEqual(ids())
  expect(new Set(ids()).size).toBe(2)
})

const piece = fc.record({
  text: fc.constantFrom('boats ', 'wait', ' outside ', 'a', 'the port. '),
  change: fc.constantFrom('kept', 'put', 'out'),
  by: fc.constantFrom<By>('Ann', 'Bo'),
})
const paragraphs = fc.array(
  fc.record({
    pieces: fc.array(piece, { maxLength: 5 }),
    mark: fc.constantFrom('kept', 'kept', 'put', 'out'),
    by: fc.constantFrom<By>('Ann', 'Bo'),
  }),
  { minLength: 1, maxLength: 6 },
)

test('N10: whatever is tracked, rejected it is the text before, and accepted the text after', () => {
  fc.assert(
    fc.property(paragraphs, (all) => {
      const body = all.map(({ pieces, mark, by }) => {
        const words = pieces.map(({ text, change, by: who }) =>
          change === 'kept' ? run(text) : change === 'put' ? ins(who, text) : del(who, text),
        )
        return p(words.join(''), { ...(mark === 'put' ? { put: by } : mark === 'out' ? { out: by } : {}) })
      })
      const texts = (gone: 'put' | 'out') => {
        const joined = [...all, END].map(({ pieces, mark }) => {
          const words = pieces.filter(({ change }) => change !== gone).map(({ text }) => text)
          return words.join('') + (mark === gone ? '' : '\n')
        })
        return joined
          .join('')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      }
      const found = documentFromDocx(wordFile(HEAD + body.join('') + p(run('End.'))), countingIds('n'))
      if (!found.ok) throw new Error(found.refusal)
      const { tracked } = found.value
      const { document } = tracked ? proposedInFile({ ...found.value, tracked }, NOW) : found.value
      const read = (verdict: 'accept' | 'reject') =>
        textBlocks(withSuggestions(canonical(document), verdict))
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .slice(1)
          .join('\n')
      for (const [verdict, gone] of [
        ['reject', 'put'],
        ['accept', 'out'],
      ] as const) {
        expect(read(verdict).split('\n').map(spaced)).toEqual(texts(gone).map(spaced))
      }
      const authors = new Set(suggestionsOf(document).map(({ by }) => by))
      expect([...authors].every((by) => by === 'word:Ann' || by === 'word:Bo')).toBe(true)
    }),
    { numRuns: 100 },
  )
})

const END = { pieces: [{ text: 'End.', change: 'kept' }], mark: 'kept' }

/** Where words were joined, a space may stand or not: a paragraph ends without one. */
const spaced = (text: string) => text.replaceAll(/\s/g, '')

test('A5: cells that were tracked one by one are refused by name', () => {
  const cell = table(
    `<w:tr><w:tc><w:tcPr><w:cellDel w:id="7" w:author="Ann"/></w:tcPr>${p(run('a'))}</w:tc></w:tr>`,
  )
  expect(documentFromDocx(wordFile(HEAD + cell), countingIds())).toMatchObject({
    ok: false,
    refusal: 'file-has-tracked-cells',
  })
})
