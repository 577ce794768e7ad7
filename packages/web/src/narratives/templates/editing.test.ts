import { expect, test } from 'vitest'
import {
  begun,
  blankTemplate,
  changed,
  isChanged,
  moved,
  redone,
  undone,
  withNewPart,
  withoutPart,
  withPart,
} from './editing.ts'

const label = (words: string) => ({ ...blankTemplate, label: words })

test('N1: words typed into one place are taken back together, those in another by themselves', () => {
  const start = begun(blankTemplate)
  const typed = changed(changed(start, label('M'), 'label'), label('Memo'), 'label')
  const both = changed(typed, { ...label('Memo'), purpose: 'To remember.' }, 'purpose')
  expect(undone(both).now).toEqual(label('Memo'))
  expect(undone(undone(both)).now).toEqual(blankTemplate)
  expect(undone(undone(undone(both))).now).toEqual(blankTemplate)
  expect(redone(undone(both)).now).toEqual(both.now)
  expect(isChanged(both, blankTemplate)).toBe(true)
  expect(isChanged(undone(undone(both)), blankTemplate)).toBe(false)
})

test('N1: a change after going back forgets what was ahead', () => {
  const there = changed(begun(blankTemplate), label('Memo'), 'label')
  const again = changed(undone(there), label('Note'), 'label')
  expect(redone(again).now).toEqual(label('Note'))
})

test('N1: parts are added before the appendix, moved, changed and taken out', () => {
  const appendix = {
    ...withNewPart(blankTemplate, 'appendix').parts[1],
    id: 'appendix',
    section: 'appendix' as const,
  }
  const withAppendix = {
    ...blankTemplate,
    parts: [...blankTemplate.parts, { ...blankTemplate.parts[0], ...appendix }],
  }
  // the spread above is of a part that is there
  const template = withNewPart(withAppendix as typeof blankTemplate, 'numbers')
  expect(template.parts.map(({ id }) => id)).toEqual(['headline', 'numbers', 'appendix'])
  expect(moved(template, 1, 0).parts.map(({ id }) => id)).toEqual(['numbers', 'headline', 'appendix'])
  expect(moved(template, 0, 9)).toBe(template)
  expect(withPart(template, 1, { required: true }).parts[1]).toMatchObject({ id: 'numbers', required: true })
  expect(withoutPart(template, 0).parts.map(({ id }) => id)).toEqual(['numbers', 'appendix'])
})
