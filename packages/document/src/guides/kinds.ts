/** The kinds for which an example ships (W11). Apart from the examples, whose texts are read when one is asked for. */
export const kindsWithExample = [
  'pr-faq',
  'press-release',
  'faq',
  'technical-faq',
  'six-pager',
  'one-pager',
  'correction-of-errors',
] as const

export type KindWithExample = (typeof kindsWithExample)[number]

export const hasExample = (kind: string): kind is KindWithExample =>
  kindsWithExample.some((each) => each === kind)
