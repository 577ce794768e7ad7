const usual = new Set(
  'the a an and or but of to in on at by for from with as is are was were be been it its this that these those we our you your they their not have has had will can who what how when which if'.split(
    ' ',
  ),
)

/** A text too short to tell is taken for English. */
const ENOUGH_WORDS = 30
/** English has four in ten; what only quotes English names has fewer than one. */
const USUAL_SHARE = 0.18

/** Whether word lists in English have anything to say about a text. */
export function looksEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < ENOUGH_WORDS) return true
  return words.filter((word) => usual.has(word)).length / words.length >= USUAL_SHARE
}
