import { type ParseArgsConfig, parseArgs } from 'node:util'

/** An option that does not exist or lacks its value. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The options of a command; everything else in `args` is refused. */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
