import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Hono } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}
const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/**
 * The page that draws diagrams measures with style sheets that Mermaid writes. It may have them: it is never seen, may
 * ask nobody for anything, and shows nothing but what its writer wrote.
 */
const drawingPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

interface Served {
  body: Buffer
  encodings: Partial<Record<'br' | 'gzip', Buffer>>
  type: string
  etag: string
}

/** The built web app. Files are few and hashed by name, so each is read and compressed once and kept. */
export function serveWeb(app: Hono, folder: string): void {
  const kept = new Map<string, Served>()

  async function load(path: string): Promise<Served | null> {
    const held = kept.get(path)
    if (held) return held
    const file = join(folder, normalize(path))
    if (!file.startsWith(folder)) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const body = await readFile(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const served: Served = {
      body,
      encodings: {},
      type,
      etag: createHash('sha256').update(body).digest('base64url'),
    }
    kept.set(path, served)
    return served
  }

  app.get('*', async (c) => {
    const path = c.req.path
    const asset = path.startsWith('/assets/')
    const served = (await load(path)) ?? (asset ? null : await load('/index.html'))
    if (!served) return c.notFound()
    const headers: Record<string, string> = {
      'content-type': served.type,
      etag: `"${served.etag}"`,
      vary: 'accept-encoding',
      // hashed names never change their content; everything else is asked for again
      'cache-control': asset ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(path === '/drawing.html' && { 'content-security-policy': drawingPolicy }),
    }
    if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = served.type.startsWith('font/')
      ? undefined
      : (['br', 'gzip'] as const).find((e) => accepted.includes(e))
    if (!encoding) return c.body(new Uint8Array(served.body), 200, headers)
    served.encodings[encoding] ??= await encoders[encoding](served.body)
    return c.body(new Uint8Array(served.encodings[encoding]), 200, {
      ...headers,
      'content-encoding': encoding,
    })
  })
}
