import { createHash } from 'node:crypto'
import { contract } from '@foreword/core/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { type AnyContractProcedure, getEventIteratorSchemaDetails } from '@orpc/contract'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import { operationPaths } from '../../http/guard.ts'
import type { Kind, Twin } from './twins.fixture.ts'

export interface Operation {
  path: string
  schema: AnyContractProcedure['~orpc']['inputSchema']
  route: AnyContractProcedure['~orpc']['route']
  streams: boolean
}

/** The registry: every operation of the contract, in its order. */
export const operations: Operation[] = operationPaths(contract).map((path) => {
  const found: unknown = path.split('.').reduce<object>((at, name) => Reflect.get(at, name), contract)
  const { inputSchema, outputSchema, route } = (found as AnyContractProcedure)['~orpc'] // as its path says
  return {
    path,
    schema: inputSchema,
    route,
    streams: getEventIteratorSchemaDetails(outputSchema) !== undefined,
  }
})

/** What came back, with its ids, moments and other names that differ between companies taken out. */
export interface Answer {
  status: number
  headers: string
  body: string
  /** What was sent, to the byte, and what is packed in it. */
  bytes: Uint8Array
}

const cookieOf = (twin: Twin, kind: Kind): Record<string, string> =>
  kind === 'nobody' ? {} : { cookie: twin.the(kind).cookie() }

/** Calls an operation as the browser does, and gives the bytes of the answer. */
export async function call(twin: Twin, kind: Kind, path: string, input: unknown): Promise<Answer> {
  let heard: Promise<Answer> | undefined
  const link = new RPCLink({
    url: `${twin.company.url}/rpc`,
    headers: { 'x-foreword': '1', ...cookieOf(twin, kind) },
    async fetch(request, init) {
      const answer = await fetch(request, init)
      const copy = answer.clone()
      heard = read(twin, copy)
      await heard
      return answer
    },
  })
  const act: unknown = path
    .split('.')
    .reduce<object>((at, name) => Reflect.get(at, name), createORPCClient(link))
  // a refusal is an answer like another
  await (act as (input: unknown) => Promise<unknown>)(input).catch(() => {})
  if (!heard) throw new Error(`${path} did not answer`)
  return heard
}

/** Asks for an address as any program can. */
export async function fetched(twin: Twin, kind: Kind, address: string): Promise<Answer> {
  return read(twin, await fetch(`${twin.company.url}${address}`, { headers: cookieOf(twin, kind) }))
}

/** The address of an operation that reads, with its input in it; null for one that does not. */
export function addressOf({ route }: Operation, input: unknown): string | null {
  if (route.method !== 'GET' || typeof input !== 'object' || input === null) return null
  const left = new Map(Object.entries(input))
  const path = (route.path ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name)
    left.delete(name)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams([...left].map(([name, value]) => [name, String(value)]))
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`
}

async function read(twin: Twin, answer: Response): Promise<Answer> {
  const type = answer.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await answer.clone().arrayBuffer())
  const body = type.startsWith('multipart/') ? await parts(answer) : await readable(bytes)
  const named = (name: string) => answer.headers.get(name) ?? ''
  return {
    status: answer.status,
    headers: normal(twin, `${named('content-type')} ${named('content-disposition')}`),
    body: normal(twin, body),
    bytes: Buffer.concat([bytes, Buffer.from(body)]),
  }
}

const pdfs = new Map<string, string>()

/** Read once, however many are sent it. */
async function textInPdf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = pdfs.get(hash) ?? (await extractText(bytes.slice(), { mergePages: true })).text
  pdfs.set(hash, text)
  return text
}

/** The files that came in one answer, with their names. */
async function parts(answer: Response): Promise<string> {
  const read: string[] = []
  for (const [name, part] of await answer.formData()) {
    if (typeof part === 'string') read.push(`${name}: ${part}`)
    else read.push(`${part.name} ${part.type}\n${await readable(new Uint8Array(await part.arrayBuffer()))}`)
  }
  return read.join('\n')
}

/** What is packed in a Word file or a PDF is read out of it, so that it can be searched. */
async function readable(bytes: Uint8Array): Promise<string> {
  const begins = strFromU8(bytes.slice(0, 4), true)
  if (begins === '%PDF') return textInPdf(bytes)
  if (begins === 'PK\u0003\u0004')
    return Object.entries(unzipSync(bytes))
      .map(([name, file]) => `${name}\n${strFromU8(file)}`)
      .join('\n')
  return strFromU8(bytes)
}

/** With its dashes, or without them as in a bookmark of Word. */
const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g

/** Each of what differs by chance is named by its place among its like: what is the same stays the same. */
export function normal({ company: { url } }: Pick<Twin, 'company'>, text: string): string {
  const names = new Map<string, string>()
  const name = (kind: string) => (found: string) => {
    const known = names.get(found) ?? `<${kind} ${names.size}>`
    names.set(found, known)
    return known
  }
  return (
    text
      .replaceAll('\r\n ', '') // a long line of a calendar, folded wherever it was long enough
      .replaceAll(url, '<here>')
      .replaceAll(new URL(url).host, '<here>')
      // a Word file's names for its blocks, replies and comments
      .replace(/\b_fw[0-9a-f]{32,}/g, name('mark'))
      .replace(/araId(?:Parent)?="[0-9A-F]{8}/g, name('paragraph'))
      .replace(/\b[0-9a-f]{64}\b/g, name('hash'))
      .replace(UUID, name('id'))
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<moment>')
      .replace(/(Edition \d+, )[0-9a-f]{8}/g, '$1<hash>')
      .replace(/boundary=\S+/, 'boundary=<boundary>')
      // what is packed grows and shrinks with the ids in it
      .replace(/"size":\{[^}]*\}/g, '"size":"<size>"')
      // a screen's
      .replace(/"code":"[A-Z2-9]{8}"/g, '"code":"<code>"')
      .replace(/(\/(?:join|guest|calendar)\/|"id":")[\w-]{20,}/g, '$1<token>')
  )
}
