const linkSchemes = ['http:', 'https:', 'mailto:']
const imageData = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i

/** The address if a reader may follow it (http, https, mailto), otherwise null. Relative ones lead nowhere. */
export function safeLink(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 4096) return null
  const url = URL.parse(href)
  return url !== null && linkSchemes.includes(url.protocol) ? href : null
}

/** The address if it may be shown as a picture: http(s), inline bitmap data, or a path beside the document. */
export function safeImageSource(src: unknown): string | null {
  if (typeof src !== 'string') return null
  if (imageData.test(src)) return src
  const url = URL.parse(src)
  if (url !== null) return url.protocol === 'http:' || url.protocol === 'https:' ? src : null
  // no scheme: a relative path, but never one that a browser would read as another host
  return /^[\w.%~-][^:]*$/.test(src) ? src : null
}
