import { expect, test } from 'vitest'
import { createTakeBack } from './takeBack.ts'

test('W2: what was typed is taken back as it was typed, and brought again', () => {
  const history = createTakeBack()
  history.typed('', 'They', 0)
  history.typed('They', 'They wait', 500)
  history.pause()
  history.typed('They wait', 'They wait long', 600)
  expect(history.back('They wait long')).toBe('They wait')
  expect(history.back('They wait')).toBe('')
  expect(history.back('')).toBe(null)
  expect(history.again('')).toBe('They wait')
  expect(history.again('They wait')).toBe('They wait long')
  expect(history.again('They wait long')).toBe(null)
})

test('W2: taking back leaves the words of others, also those that came since', () => {
  const history = createTakeBack()
  history.typed('They wait.', 'They often wait.', 0)
  expect(history.back('They often wait. It is dark.')).toBe('They wait. It is dark.')
  expect(history.again('They wait. It is cold.')).toBe('They often wait. It is cold.')
})

test('W2: one stretch of typing is taken back at once, though words of others came in between', () => {
  const history = createTakeBack()
  history.typed('They wait.', 'Often. They wait.', 0)
  history.typed('Often. They wait. It is dark.', 'Often, alas. They wait. It is dark.', 300)
  expect(history.back('Often, alas. They wait. It is dark.')).toBe('They wait. It is dark.')
})

test('W2: words that somebody else rewrote are theirs now; the step before them is taken back', () => {
  const history = createTakeBack()
  history.typed('They wait.', 'They wait. It is dark.', 0)
  history.typed('They wait. It is dark.', 'They wait. It is pitch dark.', 5_000)
  expect(history.back('They wait. It is half light.')).toBe(null)
  history.typed('One. Two.', 'One, at last. Two.', 9_000)
  history.typed('One, at last. Two.', 'One, at last. Two more.', 12_000)
  expect(history.back('One, at last. Twelve.')).toBe('One. Twelve.')
})

test('W2: whatever is typed anew ends what could be brought again', () => {
  const history = createTakeBack()
  history.typed('', 'They wait', 0)
  history.back('They wait')
  history.typed('', 'They load', 100)
  expect(history.again('They load')).toBe(null)
  expect(history.back('They load')).toBe('')
})
