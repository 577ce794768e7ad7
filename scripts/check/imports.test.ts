import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkImports, importsOf } from './imports.ts'

function repository(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'foreword-imports-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

test('every form of import is seen: types, exports, lazy ones and those inside a type', () => {
  const code = `import type { A } from './a.ts'
    export * from './b.ts'
    export { c } from './c.ts'
    const d = await import('./d.ts')
    type E = import('./e.ts').E
    await using f = open()`
  expect(importsOf(code, 'x.ts')).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
  expect(importsOf(`import './g.css'\nexport const Page = () => <p>'./no.ts'</p>`, 'x.tsx')).toEqual([
    './g.css',
  ])
})

test('a circle, an undeclared package and a file that is not there are each said once', () => {
  const root = repository({
    'package.json': '{}',
    'packages/server/package.json': '{ "dependencies": { "pg": "1.0.0" } }',
    'packages/server/src/db/a.ts': `import './b.ts'\nimport 'pg'\nimport 'left-pad'\nimport 'node:fs'`,
    'packages/server/src/db/b.ts': `import './a.ts'\nimport './gone.ts'`,
  })
  expect(checkImports(root)).toEqual([
    'packages/server/src/db/a.ts: packages/server/package.json does not name this package (left-pad)',
    'packages/server/src/db/b.ts: there is no such file (packages/server/src/db/gone.ts)',
    'circular: packages/server/src/db/a.ts → packages/server/src/db/b.ts → packages/server/src/db/a.ts',
  ])
})
