import { expect, test } from 'vitest'
import { nextWords } from './next.ts'

type Given = Parameters<typeof nextWords>[0]
type Phase = Given['phase']
// of each phase only what the sentence looks at
const says = (phase: object) => nextWords({ phase: phase as Phase, me: null })
const open = { id: 'a', state: { name: 'open' } }
const ended = { id: 'a', state: { name: 'out-of-scope', because: '' } }
const discussing = { name: 'discussion', decision: null, current: 'a' }

test.each([
  [{ name: 'lobby' }, 'Start the silent reading'],
  [{ name: 'reading', ended: false }, 'seal a question'],
  [{ name: 'reading', ended: true }, '“Open the questions”'],
  [{ name: 'reveal' }, 'You can still stop it'],
  [{ ...discussing, questions: [open] }, 'Listen'],
  [{ ...discussing, questions: [ended, { ...open, id: 'b' }] }, 'Take up the next one'],
  [{ ...discussing, questions: [ended] }, 'Go on to the decision'],
  [{ name: 'decision', decision: null }, 'write your decision'],
  [{ name: 'decision', decision: {}, ending: null }, 'The author writes down'],
  [{ name: 'decision', decision: {}, ending: {}, responses: [] }, 'So do you; then close'],
  [{ name: 'closed' }, 'the next one is yours'],
])('whoever watches is told what to do next: %o', (phase, words) => {
  expect(says(phase)).toContain(words)
})
