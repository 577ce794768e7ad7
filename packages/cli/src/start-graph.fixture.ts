import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** Imported before the command: when its process ends, every module that was loaded and its bytes stand in a file. */
export type Loaded = Record<string, number>

const loaded: Loaded = {}

registerHooks({
  load(url, context, next) {
    const result = next(url, context)
    if (result.source) loaded[url] = Buffer.byteLength(result.source)
    return result
  },
})

process.once('exit', () => writeFileSync(process.env.LOADED_MODULES ?? '', JSON.stringify(loaded)))
