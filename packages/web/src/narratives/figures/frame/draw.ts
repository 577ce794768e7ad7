import '@fontsource-variable/inter'
import mermaid from 'mermaid'
import type { Asked, Drawn } from '../drawing.ts'
import { flattened } from './flattened.ts'

/* A page of its own, never seen: takes Mermaid, gives back an SVG that says by attribute how it looks. */

const ink = '#2b2825'
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  theme: 'base',
  fontFamily: '"Inter Variable", Inter, sans-serif',
  themeVariables: {
    fontSize: '14px',
    primaryColor: '#f4f1ea',
    primaryTextColor: ink,
    primaryBorderColor: '#8a847c',
    secondaryColor: '#ebe6db',
    tertiaryColor: '#faf8f4',
    lineColor: '#5d574f',
    textColor: ink,
    edgeLabelBackground: '#faf8f4',
  },
})

let drawings = 0

async function draw(source: string): Promise<Drawn> {
  try {
    await document.fonts.load('14px "Inter Variable"')
    await mermaid.parse(source)
    const { svg } = await mermaid.render(`drawing-${++drawings}`, source)
    document.body.innerHTML = svg
    const drawn = document.body.querySelector('svg')
    return drawn ? { svg: flattened(drawn) } : { problem: 'Mermaid drew nothing.', line: null }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { problem: firstWords(said), line: lineIn(said, source) }
  } finally {
    document.body.replaceChildren()
  }
}

/** The sentence without the picture of the source that Mermaid puts beneath it. */
function firstWords(said: string): string {
  const [first = '', ...rest] = said.replace(/^Parse error on line \d+:\s*/, '').split('\n')
  const expecting = rest.findLast((line) => line.startsWith('Expecting'))
  return (expecting ? `${first} ${expecting}` : first).slice(0, 300)
}

function lineIn(said: string, source: string): number | null {
  const line = Number(/line:?\s*(\d+)/i.exec(said)?.[1])
  return line >= 1 ? Math.min(line, source.split('\n').length) : null
}

window.addEventListener('message', ({ data, origin, source }: MessageEvent<Asked>) => {
  if (origin !== location.origin || source !== window.parent || typeof data?.source !== 'string') return
  void draw(data.source).then((drawn) =>
    window.parent.postMessage({ drawing: data.drawing, ...drawn }, location.origin),
  )
})
window.parent.postMessage({ drawing: 'ready' }, location.origin)
