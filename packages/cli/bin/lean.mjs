// Imported first, for its effects, which hold for all that is loaded after it (decision 3). Plain JavaScript: until the
// cache is on, a file with types would bring the compiler that strips them into the process.
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/foreword', import.meta.url)))

/** @type {Map<string, import('node:module').ResolveFnOutput>} */
const found = new Map()
const packageOf = /^.*\/(?:node_modules\/(?:@[^/]+\/)?|packages\/)[^/]+\//

registerHooks({
  resolve(specifier, context, next) {
    // sentences in fifty languages that nobody reads: ours are in the contract
    if (specifier === '../locales/index.js' && context.parentURL?.includes('/node_modules/zod/'))
      return next('../locales/en.js', context)
    if (/^(?:\.|\/|node:|file:|data:)/.test(specifier)) return next(specifier, context)
    // what a package means by a name is the same in all its files; else Node reads manifests again for each
    const form = context.conditions.includes('require') ? 'require' : 'import'
    const key = `${specifier} ${form} ${packageOf.exec(context.parentURL ?? '')?.[0]}`
    const known = found.get(key) ?? { ...resolvePackage(specifier, context, next), shortCircuit: true }
    found.set(key, known)
    return known
  },
})

/** @type {import('node:module').ResolveHookSync} */
function resolvePackage(specifier, context, next) {
  if (specifier !== 'drizzle-orm' && !specifier.startsWith('drizzle-orm/')) return next(specifier, context)
  const conditions = context.conditions.map((name) => (name === 'import' ? 'require' : name))
  return { ...next(specifier, { ...context, conditions }), format: 'commonjs' }
}
