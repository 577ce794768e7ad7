import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstLoads, weigh, withImports } from './first-load.ts'

const dist = join(import.meta.dirname, '../../packages/web/dist')

test.each(Object.entries(firstLoads))('the first load of a %s is within its budget', (_, load) => {
  const { kB, files } = weigh(dist, load.starts)
  expect(kB, JSON.stringify(files, null, 1)).toBeLessThanOrEqual(load.budgetKB)
  // and it is the page that was weighed, not a part of it
  expect(kB).toBeGreaterThan(60)
})

test('what is imported by several is counted once, and what is called for later not at all', () => {
  const manifest = {
    'index.html': { file: 'index.js', imports: ['_base.js'] },
    'src/Page.tsx': { file: 'page.js', imports: ['_base.js', '_part.js'], dynamicImports: ['src/Later.tsx'] },
    'src/Later.tsx': { file: 'later.js' },
    '_base.js': { file: 'base.js' },
    '_part.js': { file: 'part.js', name: 'Part', imports: ['_base.js'] },
  }
  expect([...withImports(manifest, ['index.html', 'src/Page.tsx'])].sort()).toEqual([
    'base.js',
    'index.js',
    'page.js',
    'part.js',
  ])
  expect([...withImports(manifest, ['src/parts/Part.tsx'])]).toEqual(['part.js', 'base.js'])
  expect(() => withImports(manifest, ['src/Gone.tsx'])).toThrow('src/Gone.tsx')
})
