import { fingerprint } from '@foreword/document/figures'
import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView } from 'prosemirror-view'
import { isUploadFailure } from '../../upload.ts'
import type { Drawn } from '../figures/drawing.ts'
import type { FigureHost } from '../figures/host.ts'
import { type FigureSpot, figureControls } from './figure-controls.ts'

const PAUSE_MS = 500
/** Several may have it open when it is out of date; the first who has drawn it saves the others the work. */
const LONGEST_TURN_MS = 2500

/** A diagram as it is written: its source beside its drawing, which everybody sees as it was last drawn. */
export function diagramView(host: FigureHost) {
  return (first: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    let node = first
    let percent = 100
    let timer: ReturnType<typeof setTimeout> | undefined
    let preview: string | null = null
    const spot: FigureSpot = { view, getPos, node: () => node, percent: () => percent }

    const dom = document.createElement('figure')
    dom.className = 'figure diagram'
    const source = document.createElement('pre')
    const code = document.createElement('code')
    code.spellcheck = false
    source.append(code)
    const drawing = document.createElement('div')
    drawing.className = 'diagram-drawing'
    drawing.contentEditable = 'false'
    const shown = document.createElement('div')
    shown.className = 'figure-shown'
    const said = document.createElement('p')
    said.className = 'diagram-said'
    said.setAttribute('role', 'status')
    const controls = figureControls(spot)
    drawing.append(shown, said, controls.dom)
    dom.append(source, drawing)

    const isStale = () => node.attrs.drawnFrom !== fingerprint(node.textContent)
    const image = (address: string) => {
      const made = document.createElement('img')
      made.src = address
      made.alt = String(node.attrs.alt ?? node.attrs.title ?? 'A diagram')
      made.dataset.drawing = ''
      shown.replaceChildren(made)
    }
    const show = () => {
      dom.dataset.block = String(node.attrs.id ?? '')
      controls.dom.hidden = !view.editable
      controls.show()
      const address = host.address(node.attrs.drawing)
      if (!isStale() && address !== null) {
        image(address)
        said.textContent = ''
      } else if (address !== null && preview === null) image(address)
      if (isStale()) later(view.hasFocus() ? PAUSE_MS : PAUSE_MS + Math.random() * LONGEST_TURN_MS)
      void host.percent(node.attrs.drawing, node.attrs.width).then(
        (wide) => {
          percent = wide ?? 100
          shown.style.width = `${percent}%`
          controls.show()
        },
        // without a connection it is as wide as the column
        () => {},
      )
    }
    const later = (pause: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void redraw(), pause)
    }

    async function redraw(): Promise<void> {
      const text = node.textContent
      if (!isStale()) return
      if (text.trim() === '') {
        said.textContent = 'Write it in Mermaid: “flowchart LR”, then “A --> B”.'
        return
      }
      if (preview === null && node.attrs.drawing === null) said.textContent = 'Drawing it'
      const { draw } = await import('../figures/drawing.ts')
      const drawn = await draw(text)
      if (view.isDestroyed || text !== node.textContent) return
      if (!('svg' in drawn)) {
        said.textContent = problemSaid(drawn)
        return
      }
      said.textContent = ''
      const blob = new Blob([drawn.svg], { type: 'image/svg+xml' })
      if (preview !== null) URL.revokeObjectURL(preview)
      preview = URL.createObjectURL(blob)
      image(preview)
      if (view.editable) await keep(text, blob)
    }

    async function keep(text: string, blob: Blob): Promise<void> {
      try {
        const kept = await host.upload(blob, 'drawing.svg')
        const at = getPos()
        if (view.isDestroyed || at === undefined || text !== node.textContent || !isStale()) return
        const { tr } = view.state
        view.dispatch(
          tr
            .setNodeAttribute(at, 'drawing', kept)
            .setNodeAttribute(at, 'drawnFrom', fingerprint(text))
            // nobody did this: it follows from what somebody wrote
            .setMeta('addToHistory', false),
        )
      } catch (failure) {
        if (!isUploadFailure(failure)) throw failure
        said.textContent =
          failure.kind === 'refused'
            ? failure.message
            : 'Only you see this drawing yet: nobody answers. It is kept with the next change, or when you come back.'
      }
    }

    show()
    return {
      dom,
      contentDOM: code,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        show()
        return true
      },
      stopEvent: (event) => drawing.contains(event.target as globalThis.Node),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !source.contains(mutation.target),
      destroy() {
        clearTimeout(timer)
        if (preview !== null) URL.revokeObjectURL(preview)
      },
    }
  }
}

function problemSaid(drawn: Extract<Drawn, { problem: string }>): string {
  const where = drawn.line === null ? '' : `Line ${drawn.line}: `
  return `${where}${drawn.problem}`
}
