import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openObjectStore, StorageUnreachable } from './object-store.ts'

/** a server that speaks S3, from npm; its one key is its own name. */
let folder: string
let server: S3rver
let bucket: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foreword-s3-'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    allowMismatchedSignatures: false,
    directory: folder,
    configureBuckets: [{ name: 'pictures', configs: [] }],
  })
  const { port } = await server.run()
  bucket = `127.0.0.1:${port}/pictures`
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('bytes put into a bucket come back until they are removed, and what is not there is null', async () => {
  const store = openObjectStore(`http://S3RVER:S3RVER@${bucket}?region=eu-central-1`)
  const bytes = new Uint8Array([0, 1, 2, 255, 13, 10])
  await store.put('company/abc', bytes, 'image/png')
  await store.put('company/abc', bytes, 'image/png')
  expect(await store.get('company/abc')).toEqual(bytes)
  expect(await store.get('company/none')).toBeNull()
  await store.remove('company/abc')
  await store.remove('company/abc')
  expect(await store.get('company/abc')).toBeNull()
})

test('A5: a wrong key and a machine that is not there are one refusal, and nothing is kept', async () => {
  const wrong = openObjectStore(`http://GUESSED:S3RVER@${bucket}`)
  await expect(wrong.put('company/def', new Uint8Array([1]), 'image/png')).rejects.toThrow(StorageUnreachable)
  const asleep = openObjectStore('http://S3RVER:S3RVER@127.0.0.1:9/pictures')
  await expect(asleep.get('company/abc')).rejects.toThrow(StorageUnreachable)
  const right = openObjectStore(`http://S3RVER:S3RVER@${bucket}`)
  expect(await right.get('company/def')).toBeNull()
})
