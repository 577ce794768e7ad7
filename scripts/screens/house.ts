import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@foreword/server/env'
import { startServer } from '@foreword/server/start'

/** Foreword with an empty database in a folder that is removed with it, on a port the system chooses. */
export async function openHouse() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'foreword-screens-'))
  const server = await startServer(readEnv({ PORT: '0', FOREWORD_DATA: dataFolder }), { tell: () => {} })
  return {
    url: server.url,
    async close() {
      await server.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
