/** A comment that our own Markdown carries to keep a document's structure. Never shown. */
export const MARKER = 'marker'

/** What such a comment says, or undefined for any other HTML. */
export function markerIn(html: string): string | undefined {
  return /^<!-- foreword:([a-z]+(?:=[\w-]+)?) -->$/.exec(html.trim())?.[1]
}
