/**
 * A new block id. Not `crypto.randomUUID`, which a page over plain http on the local network does not have.
 * 96 random bits in 16 characters of base64url.
 */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
