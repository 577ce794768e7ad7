import type { Figure } from '@foreword/document/figures'

const nameless = { image: 'A picture', diagram: 'A diagram, not drawn yet', sketch: 'A sketch' } as const

/** What stands for a figure where it cannot be seen: the same words as on the typeset page. */
export function wordsFor({ alt, caption, type }: Pick<Figure, 'alt' | 'caption' | 'type'>): string {
  return alt || caption || nameless[type]
}
