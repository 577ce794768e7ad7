import { flushCompileCache } from 'node:module'
import { readEnv } from '@foreword/server/env'
import { startServer } from '@foreword/server/start'
import { addressesToPrint, lanAddresses } from './addresses.ts'
import { readOptions } from './usage.ts'

const STOP_WITHIN_MS = 15_000

/** Runs until it is told to stop: then it finishes what it was answering and stops the database. */
export async function start(args: string[]) {
  const options = readOptions(args, {
    lan: { type: 'boolean' },
    demo: { type: 'boolean' },
    port: { type: 'string' },
  })
  const env = readEnv({ ...process.env, ...(options.port !== undefined && { PORT: options.port }) })
  if (options.demo) env.dataFolder += '-demo'
  const others = options.lan ? lanAddresses() : []
  if (others.length > 0) env.host = '0.0.0.0'
  if (options.lan && others.length === 0) {
    console.log('This computer has no network address that others could reach, so only it is let in.')
  }

  const stopping = Promise.withResolvers<string>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopping.resolve)

  const server = await startServer(env, { tell: (line) => console.log(line) })
  for (const line of await addressesToPrint(server.url, { others, withCode: options.lan ?? false }))
    console.log(line)
  if (server.setupCode) {
    console.log(
      `The first visit asks for this code, so that only you can set Foreword up: ${server.setupCode}`,
    )
  }

  // however this process ends, the next start finds what was compiled
  flushCompileCache()
  if (options.demo) {
    const { fillSample } = await import('./demo.ts')
    for (const line of await fillSample(server.url, server.setupCode)) console.log(line)
  }

  await stopping.promise
  console.log('Stopping.')
  // asked twice, or unable to finish: what is committed is safe, and the next start adopts the database
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await server.close()
  process.exit(0)
}
