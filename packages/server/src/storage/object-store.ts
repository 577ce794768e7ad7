import { ok, type Result, refuse } from '@foreword/core/result'
import { AwsClient } from 'aws4fetch'

/** Where bytes of files lie when they are not in the database: any service that speaks S3. */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>
  /** Null when there is nothing by that name. */
  get(key: string): Promise<Uint8Array | null>
  /** What is not there is removed already. */
  remove(key: string): Promise<void>
}

/** It did not answer, or said no: nothing of what was asked is known to have happened. */
export class StorageUnreachable extends Error {}

const ANSWER_WITHIN_MS = 20_000

/** `https://KEY:SECRET@host/bucket?region=…`, as `env.ts` has checked it. Requests name the bucket in the path. */
export function openObjectStore(address: string): ObjectStore {
  const url = new URL(address)
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: 's3',
    region: url.searchParams.get('region') ?? 'us-east-1',
    retries: 2,
  })
  const bucket = `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`

  async function ask(key: string, init: RequestInit): Promise<Response> {
    try {
      return await client.fetch(`${bucket}/${key}`, {
        ...init,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
    } catch (error) {
      throw new StorageUnreachable('the object store does not answer', { cause: error })
    }
  }

  return {
    async put(key, bytes, mediaType) {
      const answer = await ask(key, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { 'content-type': mediaType, 'content-length': String(bytes.byteLength) },
      })
      if (!answer.ok) throw new StorageUnreachable(`the object store answered ${answer.status} to a PUT`)
      await answer.arrayBuffer()
    },
    async get(key) {
      const answer = await ask(key, { method: 'GET' })
      if (answer.status === 404) return null
      if (!answer.ok) throw new StorageUnreachable(`the object store answered ${answer.status} to a GET`)
      return new Uint8Array(await answer.arrayBuffer())
    },
    async remove(key) {
      const answer = await ask(key, { method: 'DELETE' })
      if (!answer.ok && answer.status !== 404)
        throw new StorageUnreachable(`the object store answered ${answer.status} to a DELETE`)
    },
  }
}

/** Makes a refusal of a store that does not answer: another machine, which a well-behaved person can find asleep. */
export async function reached<Value>(asking: Promise<Value>): Promise<Result<Value, 'storage-unreachable'>> {
  try {
    return ok(await asking)
  } catch (error) {
    if (error instanceof StorageUnreachable) return refuse('storage-unreachable')
    throw error
  }
}
