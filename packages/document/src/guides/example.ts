/** A note on the passage that it quotes: how it is written, or what the meeting does with it. */
export interface ExampleNote {
  about: 'writing' | 'meeting'
  title: string
  quote: string
  text: string
}

/**
 * An annotated document of one kind that ships (W11). Larkspur Mutual, its counties, its people and its figures are
 * invented. The figures agree with each other across all examples, so change none alone.
 */
export interface Example {
  markdown: string
  /** In the order of the text. */
  notes: readonly ExampleNote[]
}
