import type { Format } from './job.ts'

const byEnding: [RegExp, Format][] = [
  [/\.(?:docx?|docm|dotx?|dotm|rtf)$/i, 'docx'],
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:txt|text)$/i, 'text'],
  [/\.(?:md|markdown|mdown)$/i, 'markdown'],
]

/** What a file is, by what it begins with and then by its name. What is neither is read as Markdown, or refused as such. */
export function formatOf(name: string, bytes: Uint8Array): Format {
  // a zip, and the kind of file that Word wrote before 2007
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'docx'
  const named = byEnding.find(([ending]) => ending.test(name))?.[1]
  if (named) return named
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  return /^<(?:!doctype html|html)\b/i.test(head) ? 'html' : 'markdown'
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}
