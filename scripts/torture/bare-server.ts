import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { ok } from '@foreword/core/result'
import { openDatabase } from '@foreword/server/db/database'
import { newId } from '@foreword/server/db/ids'
import { migrate } from '@foreword/server/db/migrate'
import { readEnv } from '@foreword/server/env'
import { openCollab } from '@foreword/server/live/collab'
import { createDraft } from '@foreword/server/live/draft-store'
import * as Y from 'yjs'

/**
 * The live part of the server by itself, as a process that can be killed: the embedded database and `/collab`, open to
 * whoever asks. `POST /drafts` makes a draft of the bytes it is sent and answers its id.
 */
const env = readEnv()
const database = await openDatabase(env, { tell: () => {} })
await migrate(database.pool)

let people = 0
const collab = openCollab({
  pool: database.pool,
  schemaVersion: 1,
  now: () => new Date(),
  warn: () => {},
  allowsOrigin: () => true,
  async authorise() {
    people += 1
    return ok({ personId: newId(), name: `Person ${people}`, colour: '#446688', mayEdit: true })
  },
})

const server = createServer(async (request, response) => {
  if (request.url === '/healthz') {
    const isUp = await database.ping()
    return response.writeHead(isUp ? 200 : 503).end()
  }
  if (request.url !== '/drafts') return response.writeHead(404).end()
  const sent = await buffer(request)
  const update = sent.length > 0 ? sent : Y.encodeStateAsUpdate(new Y.Doc())
  const id = newId()
  await database.db.transaction((tx) =>
    createDraft(tx, { workspaceId: newId(), id, schemaVersion: 1, update, author: null, at: new Date() }),
  )
  response.end(id)
})
collab.attach(server)
server.listen(env.port, '127.0.0.1')

process.once('SIGTERM', async () => {
  await collab.close()
  await database.close()
  process.exit(0)
})
