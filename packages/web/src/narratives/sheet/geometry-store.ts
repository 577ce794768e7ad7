import { type Geometry, measure } from './geometry.ts'

/** The sheet measured once a frame at most, for everything that stands beside its lines. */
export interface GeometryStore {
  /** Something may have moved. */
  touch(): void
  current(): Geometry
  subscribe(listener: () => void): () => void
  /** Measures this sheet until the function given back is called. */
  attach(sheet: HTMLElement): () => void
}

export function createGeometryStore(): GeometryStore {
  const listeners = new Set<() => void>()
  let geometry: Geometry = new Map()
  let sheet: HTMLElement | null = null
  let frame = 0

  function touch() {
    if (frame !== 0 || sheet === null) return
    frame = requestAnimationFrame(() => {
      frame = 0
      if (sheet === null) return
      const next = measure(sheet)
      if (same(geometry, next)) return
      geometry = next
      for (const listener of listeners) listener()
    })
  }

  return {
    touch,
    current: () => geometry,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach(element) {
      sheet = element
      const observer = new ResizeObserver(touch)
      observer.observe(element)
      // a face that arrives late sets every line anew
      document.fonts.addEventListener('loadingdone', touch)
      touch()
      return () => {
        sheet = null
        cancelAnimationFrame(frame)
        frame = 0
        observer.disconnect()
        document.fonts.removeEventListener('loadingdone', touch)
      }
    },
  }
}

function same(one: Geometry, two: Geometry): boolean {
  if (one.size !== two.size) return false
  for (const [id, { top, rows }] of two) {
    const before = one.get(id)
    if (before === undefined || before.rows.length !== rows.length || moved(before.top, top)) return false
    if (rows.some((row, at) => moved(row.top, before.rows[at]?.top ?? 0))) return false
  }
  return true
}

const moved = (one: number, two: number) => Math.abs(one - two) > 0.5
