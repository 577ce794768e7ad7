import { type ParseArgsConfig, parseArgs } from 'node:util'

/** An option that does not exist or lacks its value. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A file that cannot be read or written: the command ends with 2 and this sentence. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

type Options = NonNullable<ParseArgsConfig['options']>

/** The options of a command; everything else in `args` is refused. */
export function readOptions<const O extends Options>(args: string[], options: O) {
  return read({ args, options, strict: true, allowPositionals: false }).values
}

/** The one file a command is about, and its options. */
export function readFileAndOptions<const O extends Options>(args: string[], options: O) {
  const { values, positionals } = read({ args, options, strict: true, allowPositionals: true })
  const [file, another] = positionals
  if (file === undefined) throw new UsageError('Name the file.')
  if (another !== undefined) throw new UsageError(`One file at a time: ${another} is one too many.`)
  return { file, options: values }
}

function read<const T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
