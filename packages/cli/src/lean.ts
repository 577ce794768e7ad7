import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Imported first, for its effects: they hold for everything loaded after it (decision 3).

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/foreword', import.meta.url)))

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'drizzle-orm' && !specifier.startsWith('drizzle-orm/')) return next(specifier, context)
    const conditions = context.conditions.map((name) => (name === 'import' ? 'require' : name))
    return { ...next(specifier, { ...context, conditions }), format: 'commonjs' }
  },
})
