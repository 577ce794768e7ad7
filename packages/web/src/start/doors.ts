import type { ComponentType } from 'react'

/** The ways in after the first visit, in order; each renders one `Door`. The nouns behind them bring them. */
export const doors: readonly ComponentType[] = []

/** Where a headline can be typed at once: a form that begins an idea and opens its draft. */
export const Headline: ComponentType | null = null
