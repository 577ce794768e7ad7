import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { freshDatabase } from '../test/database.ts'
import { databaseUrl } from '../test/database-url.ts'
import { openDatabase } from './database.ts'

const database = await freshDatabase()
afterAll(database.close)

test('a server named by DATABASE_URL answers, and is described without its password', async () => {
  expect(await database.ping()).toBe(true)
  const url = new URL(database.url)
  // a server that asks for none lets any in
  url.password ||= 'secret'
  const other = await openDatabase({ databaseUrl: url.href, dataFolder: '' })
  expect(other.describe).toMatch(/^PostgreSQL 1\d.* at /)
  expect(other.describe).not.toContain(url.password)
  await other.close()
  expect(await other.ping()).toBe(false)
})

test('A5: connections that break as a transaction begins are not kept, so the next ones are answered', async () => {
  const { db, pool, close } = await openDatabase({ databaseUrl: database.url, dataFolder: '' })
  onTestFinished(close)
  pool.on('acquire', breakOff)
  for (let time = 0; time < 2 * pool.options.max; time++)
    await expect(db.transaction((tx) => tx.execute('select 1'))).rejects.toThrow()
  pool.off('acquire', breakOff)
  expect((await db.transaction((tx) => tx.execute('select 1 as one'))).rows).toEqual([{ one: 1 }])
  expect(pool.totalCount - pool.idleCount).toBe(0)
})

function breakOff(client: object) {
  // what the driver keeps of the line to the server; it has no name for it in its types
  const { connection } = client as { connection: { stream: Socket } }
  connection.stream.destroy()
}

describe('A5: a server that cannot be used is refused by the name of the variable, with the remedy', () => {
  const opening = (url: string) => openDatabase({ databaseUrl: url, dataFolder: '' })

  test('nobody listens there', async () => {
    const port = await serve(() => {}, { closed: true })
    const refused = opening(`postgresql://me:secret@127.0.0.1:${port}/foreword`)
    await expect(refused).rejects.toThrow(CannotStart)
    await expect(refused).rejects.toThrow(/DATABASE_URL.*ECONNREFUSED.*See that it runs/)
    await expect(refused).rejects.not.toThrow(/secret/)
  })

  test('what listens there is no PostgreSQL', async () => {
    const port = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await expect(opening(`postgresql://127.0.0.1:${port}/foreword`)).rejects.toThrow(/DATABASE_URL/)
  })

  test('the database is not there', async () => {
    await expect(opening(databaseUrl(database.url, 'not_there'))).rejects.toThrow(
      /DATABASE_URL.*"not_there" does not exist/,
    )
  })

  test('PostgreSQL 14', async () => {
    const port = await serve((socket) =>
      answerAs(socket, { version: '14.11', major: '14', encoding: 'UTF8' }),
    )
    await expect(opening(`postgresql://me@127.0.0.1:${port}/foreword`)).rejects.toThrow(
      /PostgreSQL 14.11, and Foreword needs 15 or newer. Upgrade/,
    )
  })

  test('an encoding that cannot hold every character', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_ascii`
    const options = `encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`
    await database.pool.query(`create database ${name} ${options}`)
    onTestFinished(() => void database.pool.query(`drop database ${name} with (force)`))
    await expect(opening(databaseUrl(database.url, name))).rejects.toThrow(
      /encoded in SQL_ASCII.*create database/,
    )
  })
})

async function serve(answer: (socket: Socket) => void, { closed = false } = {}) {
  const server = createServer((socket) => answer(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // the address of a TCP server that listens is an AddressInfo
  const { port } = server.address() as AddressInfo
  if (closed) await new Promise((resolve) => server.close(resolve))
  else onTestFinished(() => void server.close())
  return port
}

/** As much of PostgreSQL's protocol as it takes to let us in and answer one query with one row. */
function answerAs(socket: Socket, row: Record<string, string>) {
  const int32 = (n: number) => Buffer.from([n >>> 24, n >>> 16, n >>> 8, n])
  const int16 = (n: number) => Buffer.from([n >>> 8, n])
  const message = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
    return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
  }
  const ready = message('Z', 'I')
  const fields = Object.keys(row).map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(25),
      int16(65535),
      int32(-1),
      int16(0),
    ]),
  )
  const values = Object.values(row).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', int32(0)), ready]))
    socket.once('data', () => {
      const columns = int16(fields.length)
      const answer = [
        message('T', columns, ...fields),
        message('D', columns, ...values),
        message('C', 'SELECT 1\0'),
      ]
      socket.write(Buffer.concat([...answer, ready]))
    })
  })
}
