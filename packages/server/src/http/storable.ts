/** Deeper input than this is nobody's; it is refused before anything recursive looks at it. */
const DEEPEST = 64

/**
 * The field of an input whose text no database keeps (a NUL, or half of a character), or that is nested absurdly deep;
 * null when all can be stored. Walks with a list instead of the call stack: the value may be hostile.
 *
 * | input | |
 * |---|---|
 * | `{ text: 'a\0b' }` | `text` |
 * | `{ on: { quote: '\ud83d' } }` | `on.quote` |
 * | `{ text: '👩‍🚀' }` | null |
 */
export function unstorableField(input: unknown): { field: string; message: string } | null {
  const waiting: { value: unknown; path: string[] }[] = [{ value: input, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    const field = path.join('.')
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      return { field, message: 'holds a character that cannot be kept: type the words again' }
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue
    if (path.length > DEEPEST) return { field: path[0] ?? '', message: 'is nested too deeply: flatten it' }
    for (const [name, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, name] })
  }
  return null
}
