import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'

/**
 * Writes packages/server/migrations from every `tables.ts`. While nothing is released there is one
 * migration, and it is written anew; the same tables always give the same files. With `--check` it only
 * says whether they are up to date.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, 'packages/server/migrations')
const NAME = '0000_initial'
/** When the first migration was made, as the migrator orders them. Fixed, so that no file differs by the hour. */
const FIRST_MADE_AT = Date.UTC(2026, 0, 1)
const NOTHING_BEFORE = '00000000-0000-0000-0000-000000000000'

/** What the tables' indexes stand on. Trusted since PostgreSQL 13: whoever owns the database may create it. */
const extensions = ['CREATE EXTENSION IF NOT EXISTS pg_trgm;']

const files = globSync('packages/server/src/**/tables.ts', { cwd: root }).toSorted()
const tables: Record<string, unknown> = {}
for (const file of files) {
  const module = await import(pathToFileURL(join(root, file)).href)
  for (const [name, value] of Object.entries(module)) tables[`${file}#${name}`] = value
}

const empty = generateDrizzleJson({}, NOTHING_BEFORE)
const now = generateDrizzleJson(tables, NOTHING_BEFORE)
const statements = [...extensions, ...(await generateMigration(empty, now))]
const text = `${statements.join('\n--> statement-breakpoint\n')}\n`

const written: Record<string, string> = {
  [`${NAME}.sql`]: text,
  'meta/0000_snapshot.json': json({ ...now, id: idFrom(text) }),
  'meta/_journal.json': json({
    version: '7',
    dialect: 'postgresql',
    entries: [{ idx: 0, version: '7', when: FIRST_MADE_AT, tag: NAME, breakpoints: true }],
  }),
}

if (process.argv.includes('--check')) {
  const differing = Object.keys(written).filter((name) => read(name) !== written[name])
  if (differing.length > 0) {
    console.log(
      `packages/server/migrations is behind the tables (${differing.join(', ')}). Run: npm run db:generate`,
    )
    process.exitCode = 1
  }
} else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'meta'), { recursive: true })
  for (const [name, content] of Object.entries(written)) writeFileSync(join(folder, name), content)
  console.log(
    `${statements.length} statements from ${files.length} tables.ts files in packages/server/migrations.`,
  )
}

function read(name: string) {
  const file = join(folder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function json(value: unknown) {
  return `${JSON.stringify(value, null, 2)}\n`
}

// drizzle makes a random one; snapshots only point at each other with it
function idFrom(content: string) {
  const hex = createHash('sha256').update(content).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
