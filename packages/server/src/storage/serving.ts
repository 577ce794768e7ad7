/** No script, no style sheet, no request: of what was uploaded nothing acts, even opened by itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** For bytes that somebody brought, at an address that never names others. Private: a proxy does not know who may read them. */
export function serveSafely(headers: Headers | undefined): void {
  headers?.set('cache-control', 'private, max-age=31536000, immutable')
  headers?.set('content-security-policy', policy)
}
