/**
 * Who may import whom (docs/ARCHITECTURE.md), as tables. Nouns stand in one line, the same in every package,
 * and a noun imports only nouns to its left; news travels right as an event.
 */
const LINE = [
  'people',
  'initiatives',
  'evidence',
  'narratives',
  'reviews',
  'decisions',
  'meetings',
  'portfolio',
]
const BESIDE_THE_LINE = ['ownership', 'metrics', 'hiring', 'mechanisms']
const LEAVES = ['search', 'notifications', 'transfer', 'mcp']
const NOUNS = [...LINE, ...BESIDE_THE_LINE, ...LEAVES]

const mayImportNouns: Record<string, string[]> = {
  ...Object.fromEntries(LINE.map((noun, at) => [noun, LINE.slice(0, at)])),
  ...Object.fromEntries(BESIDE_THE_LINE.map((noun) => [noun, ['people', 'initiatives']])),
  ...Object.fromEntries(LEAVES.map((noun) => [noun, [...LINE, ...BESIDE_THE_LINE]])),
  // under the nouns in the server: what they need of a noun is handed to them by app.ts
  ...Object.fromEntries(
    ['db', 'http', 'outbox', 'mail', 'live', 'storage', 'typeset', 'formats'].map((ground) => [ground, []]),
  ),
}

const mayImportPackages: Record<string, string[]> = {
  core: [],
  document: ['core'],
  server: ['core', 'document'],
  web: ['core', 'document'],
  cli: ['core', 'document', 'server'],
}

/** No clock, no IO and no DOM come in through these: they only compute. */
const pureMayImport: Record<string, RegExp> = {
  core: /^(zod|@orpc\/contract)$/,
  document:
    /^(zod|diff|fflate|parse5|saxes|yjs|lib0|y-protocols|prosemirror-[a-z]+|@tiptap\/(y-tiptap|pm)|(mdast|micromark|unist|hast|vfile|remark|retext)[a-z-]*|unified)$/,
}

/** What a file is to these rules. `area` is the folder under src: a noun, or a ground such as `http`. */
type Place = { package: string; area: string | undefined; isTest: boolean }

export type Target = { is: 'file'; path: string } | { is: 'package'; name: string }

/** Why `from` may not import `to`, or undefined when it may. Paths are from the root of the repository. */
export function forbidden(from: string, to: Target): string | undefined {
  const here = placeOf(from)
  if (!here) return undefined
  // a test may bring together what it tests
  if (to.is === 'package') return here.isTest ? undefined : impure(here, to.name)
  const there = placeOf(to.path)
  if (!there) return undefined
  if (here.package !== there.package && !mayImportPackages[here.package]?.includes(there.package)) {
    return `${here.package} does not import ${there.package}`
  }
  if (here.isTest) return undefined
  if (there.isTest) return 'only tests import tests'
  return wrongNoun(here, there)
}

function impure(here: Place, name: string) {
  const allowed = pureMayImport[here.package]
  return allowed && !allowed.test(name) ? `${here.package} is pure and does not import ${name}` : undefined
}

function wrongNoun(here: Place, there: Place) {
  const allowed = here.area && mayImportNouns[here.area]
  if (!allowed || !there.area || there.area === here.area || !NOUNS.includes(there.area)) return undefined
  // what the ground knows of core is data: permissions, events and the contract's shapes
  const isGround = !NOUNS.includes(here.area ?? '')
  if (isGround && there.package === 'core') return undefined
  return allowed.includes(there.area) ? undefined : `${here.area} does not import ${there.area}`
}

function placeOf(path: string): Place | undefined {
  const match = /^packages\/([^/]+)\/(?:src\/(?:([^/]+)\/)?)?/.exec(path)
  if (!match?.[1]) return undefined
  return { package: match[1], area: match[2], isTest: isTest(path) }
}

/** A test, or what only tests use. */
export function isTest(path: string) {
  return /\.(test|fixture)\.tsx?$|\/src\/test\//.test(path)
}
