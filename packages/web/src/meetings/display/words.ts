/** The code as it is sent, or undefined while it is none: `k7mq 3f9p` is `K7MQ3F9P`. */
export function codeTyped(typed: string, alphabet: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === 8 && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** As it is read off a screen: `K7MQ 3F9P`. */
export const codeSpoken = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

/**
 * How large a question stands: as large as it can and still be read whole.
 *
 * | characters | |
 * |---|---|
 * | up to 90 | large |
 * | up to 200 | middle |
 * | up to 400 | small |
 * | more | smallest |
 */
export function sizeOf(text: string): 'large' | 'middle' | 'small' | 'smallest' {
  if (text.length <= 90) return 'large'
  if (text.length <= 200) return 'middle'
  return text.length <= 400 ? 'small' : 'smallest'
}
