import { expect, test } from 'vitest'
import { forbidden, type Target } from './import-rules.ts'

const file = (path: string): Target => ({ is: 'file', path: `packages/${path}` })
const pack = (name: string): Target => ({ is: 'package', name })

test.each<[string, Target, string | undefined]>([
  ['core/src/meetings/fold.ts', file('core/src/people/person.ts'), undefined],
  ['core/src/people/person.ts', file('core/src/meetings/fold.ts'), 'people does not import meetings'],
  ['server/src/reviews/store.ts', file('server/src/meetings/store.ts'), 'reviews does not import meetings'],
  ['web/src/reviews/page.tsx', file('core/src/meetings/fold.ts'), 'reviews does not import meetings'],
  ['server/src/search/index.ts', file('server/src/meetings/store.ts'), undefined],
  ['server/src/meetings/store.ts', file('server/src/search/index.ts'), 'meetings does not import search'],
  ['server/src/search/index.ts', file('server/src/mcp/tools.ts'), 'search does not import mcp'],
  ['server/src/metrics/store.ts', file('server/src/people/store.ts'), undefined],
  ['server/src/metrics/store.ts', file('server/src/meetings/store.ts'), 'metrics does not import meetings'],
  ['server/src/http/guard.ts', file('server/src/people/store.ts'), 'http does not import people'],
  ['server/src/http/guard.ts', file('core/src/people/permissions.ts'), undefined],
  ['server/src/app.ts', file('server/src/meetings/routes.ts'), undefined],
  ['server/src/app.ts', file('web/src/paths.ts'), 'server does not import web'],
  ['web/src/api.ts', file('server/src/app.ts'), 'web does not import server'],
  ['document/src/schema.ts', file('server/src/db/ids.ts'), 'document does not import server'],
  ['core/src/ids.ts', pack('node:crypto'), 'core is pure and does not import node:crypto'],
  ['core/src/ids.ts', pack('zod'), undefined],
  ['core/src/ids.test.ts', pack('fast-check'), undefined],
  ['document/src/yjs.ts', pack('yjs'), undefined],
  ['document/src/yjs.ts', pack('node:fs'), 'document is pure and does not import node:fs'],
  ['server/src/app.ts', file('server/src/test/database.ts'), 'only tests import tests'],
])('%s → %j: %s', (from, to, why) => {
  expect(forbidden(`packages/${from}`, to)).toBe(why)
})
