/** What is asked of the drawing page, and what it answers; `drawing` tells one question from another. */
export interface Asked {
  drawing: number
  source: string
}
export type Drawn = { svg: string } | { problem: string; line: number | null }

type Waiting = Map<number, (drawn: Drawn) => void>

let frame: Promise<{ window: Window; waiting: Waiting }> | null = null
let asked = 0
const GIVE_UP_MS = 60_000

/** Draws Mermaid, in a frame of its own that is opened with the first diagram that needs it. */
export async function draw(source: string): Promise<Drawn> {
  frame ??= open()
  const opened = await Promise.race([frame, late()])
  if (opened === null) {
    frame = null
    return { problem: 'The drawing could not be begun. Reload the page and try again.', line: null }
  }
  const drawing = ++asked
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      opened.waiting.delete(drawing)
      resolve({ problem: 'It takes too long to draw. Make it smaller, or split it.', line: null })
    }, GIVE_UP_MS)
    opened.waiting.set(drawing, (drawn) => {
      clearTimeout(timer)
      resolve(drawn)
    })
    opened.window.postMessage({ drawing, source } satisfies Asked, location.origin)
  })
}

const late = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), GIVE_UP_MS))

function open(): Promise<{ window: Window; waiting: Waiting }> {
  const element = document.createElement('iframe')
  element.src = '/drawing.html'
  element.className = 'drawing-frame'
  element.title = 'Draws diagrams'
  element.tabIndex = -1
  element.setAttribute('aria-hidden', 'true')
  const waiting: Waiting = new Map()
  return new Promise((resolve) => {
    window.addEventListener(
      'message',
      ({ data, origin, source }: MessageEvent<Drawn & { drawing: unknown }>) => {
        if (origin !== location.origin || source === null || source !== element.contentWindow) return
        if (data.drawing === 'ready') resolve({ window: element.contentWindow, waiting })
        else if (typeof data.drawing === 'number') {
          waiting.get(data.drawing)?.(data)
          waiting.delete(data.drawing)
        }
      },
    )
    document.body.append(element)
  })
}
