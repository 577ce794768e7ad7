import { expect, test } from 'vitest'
import { settled } from './settled.ts'

const box = (top: number, height = 100) => ({ top, height })

test('notes stand at their lines, and give way downwards', () => {
  expect(settled([box(10), box(50), box(400)])).toEqual([10, 130, 400])
})
test('the note at hand stands at its line, and those above give way upwards', () => {
  expect(settled([box(200), box(250), box(260)], 1)).toEqual([130, 250, 370])
})
test('nothing is pushed out above the sheet', () => {
  expect(settled([box(0), box(20), box(30)], 2)).toEqual([0, 120, 240])
})
