import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { forbidden, isTest, type Target } from './import-rules.ts'

const SOURCES = ['packages/*/{src,bin}/**/*.{ts,tsx,mjs}', '{e2e,bench,scripts}/**/*.{ts,mjs}']

/** Every way in which the imports under `root` break the rules, one line each. */
export function checkImports(root: string): string[] {
  const files = globSync(SOURCES, { cwd: root }).toSorted()
  const graph = new Map<string, string[]>()
  const problems: string[] = []
  for (const from of files) {
    const targets = importsOf(readFileSync(join(root, from), 'utf8'), from).map((name) => resolve(name, from))
    graph.set(
      from,
      targets.flatMap((to) => (to.is === 'file' ? [to.path] : [])),
    )
    for (const to of targets) {
      const why = forbidden(from, to) ?? missing(root, from, to)
      if (why) problems.push(`${from}: ${why} (${to.is === 'file' ? to.path : to.name})`)
    }
  }
  return [...new Set(problems), ...cycles(graph)]
}

/** What a module imports, types and `import()` included: they bind as much as any other. */
export function importsOf(code: string, file: string): string[] {
  const found: string[] = []
  visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), (node) => {
    const source = imports.has(node.type) && node.source
    if (isNode(source) && typeof source.value === 'string') found.push(source.value)
  })
  return found
}

type Node = { type: string } & Record<string, unknown>

const imports = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function visit(value: unknown, see: (node: Node) => void) {
  if (Array.isArray(value)) for (const each of value) visit(each, see)
  else if (isNode(value)) {
    see(value)
    for (const each of Object.values(value)) visit(each, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function resolve(name: string, from: string): Target {
  const path = name.replace(/\?.*$/, '')
  if (path.startsWith('.')) return { is: 'file', path: normalize(join(dirname(from), path)) }
  const [scope = '', first = '', ...rest] = path.split('/')
  if (scope === '@foreword') return { is: 'file', path: `packages/${first}/src/${rest.join('/')}.ts` }
  return { is: 'package', name: isBuiltin(path) ? path : path.startsWith('@') ? `${scope}/${first}` : scope }
}

/** A file that is not there, or a package that the manifest of the importing one does not name. */
function missing(root: string, from: string, to: Target) {
  if (to.is === 'file') return existsSync(join(root, to.path)) ? undefined : 'there is no such file'
  if (isBuiltin(to.name)) return undefined
  const owner = /^packages\/[^/]+/.exec(from)?.[0] ?? '.'
  const develops = isTest(from) || owner === '.'
  const declared = [
    // the web app is bundled, and document's development packages are types alone
    ...manifest(root, owner, develops || ['packages/web', 'packages/document'].includes(owner)),
    ...(develops ? manifest(root, '.', true) : []),
    ...(owner === '.'
      ? globSync('packages/*', { cwd: root }).flatMap((each) => manifest(root, each, true))
      : []),
  ]
  // of some packages only the types are there
  return declared.includes(to.name) || declared.includes(`@types/${to.name}`)
    ? undefined
    : `${owner}/package.json does not name this package`
}

const manifests = new Map<string, string[]>()

function manifest(root: string, folder: string, withDevelopment: boolean) {
  const key = `${folder} ${withDevelopment}`
  const known = manifests.get(key)
  if (known) return known
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  )
  const names = Object.keys({
    ...dependencies,
    ...optionalDependencies,
    ...(withDevelopment && devDependencies),
  })
  manifests.set(key, names)
  return names
}

/** Each circle of imports once, as `a → b → a`. */
function cycles(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  const found: string[] = []
  function follow(file: string) {
    const at = path.indexOf(file)
    if (at >= 0) found.push(`circular: ${[...path.slice(at), file].join(' → ')}`)
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const next of graph.get(file) ?? []) follow(next)
    path.pop()
    done.add(file)
  }
  for (const file of graph.keys()) follow(file)
  return found
}
