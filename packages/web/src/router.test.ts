import { expect, test } from 'vitest'
import { paths, withSearch } from './paths.ts'
import { match, type Page } from './router.tsx'

const Nothing = () => null
const page = (pattern: string): Page => ({ pattern, frame: 'rail', preload() {}, Component: Nothing })
const pages = ['/', '/people', '/join/:token', '/ideas/:initiativeId/editions/:editionId'].map(page)

test.each([
  ['/', '/', {}],
  ['/people', '/people', {}],
  ['/people/', '/people', {}],
  ['/join/a%2Fb', '/join/:token', { token: 'a/b' }],
  ['/join/100%', '/join/:token', { token: '100%' }],
  ['/ideas/1/editions/2', '/ideas/:initiativeId/editions/:editionId', { initiativeId: '1', editionId: '2' }],
])('the address %s opens the page %s', (address, pattern, params) => {
  const found = match(pages, address)
  expect({ pattern: found?.page.pattern, params: found?.params }).toEqual({ pattern, params })
})

test.each(['/nope', '/join', '/people/1', '/ideas/1'])('the address %s opens no page', (address) => {
  expect(match(pages, address)).toBeUndefined()
})

test('a link filled in opens its own page with what it was filled with', () => {
  const href = paths.join({ token: 'a/b c?d#e' })
  expect(match([page(paths.join.pattern)], href)?.params).toEqual({ token: 'a/b c?d#e' })
})

test('search parameters without a value are left out of a link', () => {
  expect(withSearch('/sign-in', { next: undefined })).toBe('/sign-in')
  expect(withSearch('/sign-in', { next: '/people?x=1' })).toBe('/sign-in?next=%2Fpeople%3Fx%3D1')
})
