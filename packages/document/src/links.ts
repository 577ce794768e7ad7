const linkSchemes = ['http:', 'https:', 'mailto:']
const imageData = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i

/** The address if a reader may follow it (http, https, mailto), otherwise null. Relative ones lead nowhere. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 4096) return null
  const url = URL.parse(href)
  return url !== null && linkSchemes.includes(url.protocol) ? href : null
}

const assetReference = /^asset:[0-9a-f]{64}$/

/** True for `asset:<sha256>`: a file kept by the workspace, named by what is in it. */
export function isAsset(src: unknown): src is string {
  return typeof src === 'string' && assetReference.test(src)
}

/** The SHA-256 in an asset's name, null for any other address. */
export function hashOfAsset(src: unknown): string | null {
  return isAsset(src) ? src.slice('asset:'.length) : null
}

export function assetOf(sha256: string): string {
  return `asset:${sha256}`
}

/** The address if it may be shown as a picture: an asset, http(s), inline bitmap data, or a path beside the document. */
export function safeImageSource(src: unknown): string | null {
  if (typeof src !== 'string') return null
  if (isAsset(src)) return src
  if (imageData.test(src)) return src
  const url = URL.parse(src)
  if (url !== null) return url.protocol === 'http:' || url.protocol === 'https:' ? src : null
  // no scheme: a relative path, but never one that a browser would read as another host
  return /^[\w.%~-][^:]*$/.test(src) ? src : null
}
