/** Whoever opens the drawing board waits for what is drawn on it. */
export interface BoardRequest {
  scene: string | null
  done: (drawn: { scene: string; drawing: string } | null) => void
}
