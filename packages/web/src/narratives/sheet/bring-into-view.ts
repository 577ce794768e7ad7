const still = window.matchMedia('(prefers-reduced-motion: reduce)')

/** Scrolls something into the window: gliding, so that one sees which way, or at once where motion is unwelcome. */
export function bringIntoView(element: Element | null | undefined, block: 'start' | 'center' | 'nearest') {
  element?.scrollIntoView({ block, behavior: still.matches ? 'auto' : 'smooth' })
}
