import { figureOf } from '@foreword/document/figures'
import { isFigureWidth, NARROWEST_FIGURE, WIDEST_FIGURE } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView } from 'prosemirror-view'
import type { FigureHost } from '../figures/host.ts'
import { wordsFor } from '../figures/words-for.ts'
import { button, type FigureSpot, figureControls, setFigure } from './figure-controls.ts'

/** A picture or a sketch in the draft: as wide as it is printed, with what can be said of it while it is at hand. */
export function figureView(host: FigureHost) {
  return (first: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    let node = first
    let percent = 100
    const spot: FigureSpot = { view, getPos, node: () => node, percent: () => percent }
    const dom = document.createElement('figure')
    dom.className = 'figure'
    const shown = document.createElement('div')
    shown.className = 'figure-shown'
    const caption = document.createElement('figcaption')
    const controls = figureControls(spot, node.type.name === 'sketch' ? [redraw(host, spot)] : [])
    controls.dom.hidden = true
    dom.append(shown, caption, controls.dom)

    const show = () => {
      dom.dataset.block = String(node.attrs.id ?? '')
      const figure = figureOf(node.toJSON(), [], { part: '', partId: '', entryId: null })
      const address = host.address(figure.shown)
      shown.replaceChildren(
        address === null
          ? box(wordsFor(figure))
          : picture(address, figure.alt || wordsFor(figure), figure.type),
        ...(address === null ? [] : [handle(shown, spot)]),
      )
      caption.textContent = figure.caption
      caption.hidden = figure.caption === ''
      controls.show()
      void host.percent(figure.shown, figure.width).then(
        (wide) => {
          percent = wide ?? 100
          shown.style.width = `${percent}%`
          controls.show()
        },
        // without a connection it is as wide as the column, which is where it would be put
        () => {},
      )
    }
    show()
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        const isSame = next.attrs === node.attrs
        node = next
        if (!isSame) show()
        return true
      },
      selectNode() {
        dom.classList.add('ProseMirror-selectednode')
        controls.dom.hidden = !view.editable
      },
      deselectNode() {
        dom.classList.remove('ProseMirror-selectednode')
        controls.dom.hidden = true
      },
      stopEvent: (event) => controls.dom.contains(event.target as globalThis.Node) || isHandle(event.target),
      ignoreMutation: () => true,
    }
  }
}

function picture(address: string, alt: string, type: string): HTMLElement {
  const image = document.createElement('img')
  image.src = address
  image.alt = alt
  image.draggable = false
  if (type !== 'image') image.dataset.drawing = ''
  image.addEventListener('error', () => image.replaceWith(box(alt)))
  return image
}

function box(words: string): HTMLElement {
  const made = document.createElement('p')
  made.className = 'figure-words'
  made.textContent = words
  return made
}

function redraw(host: FigureHost, spot: FigureSpot): HTMLButtonElement {
  return button('Draw on it', () => {
    const { scene } = spot.node().attrs
    void host.sketch(typeof scene === 'string' ? scene : null).then((drawn) => {
      const at = spot.getPos()
      if (drawn === null || at === undefined) return
      const { tr } = spot.view.state
      spot.view.dispatch(
        tr.setNodeAttribute(at, 'scene', drawn.scene).setNodeAttribute(at, 'drawing', drawn.drawing),
      )
    })
  })
}

const isHandle = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.classList.contains('figure-handle')

/** Pulled with the pointer; the buttons do the same by key. */
function handle(shown: HTMLElement, spot: FigureSpot): HTMLElement {
  const made = document.createElement('span')
  made.className = 'figure-handle'
  made.setAttribute('aria-hidden', 'true')
  made.addEventListener('pointerdown', (down) => {
    if (!spot.view.editable) return
    down.preventDefault()
    made.setPointerCapture(down.pointerId)
    const column = shown.parentElement?.getBoundingClientRect().width ?? 1
    const start = shown.getBoundingClientRect().width
    let percent = spot.percent()
    let hasMoved = false
    const move = ({ clientX }: PointerEvent) => {
      // it stands in the middle: each side moves half as far as the whole grows
      const wide = Math.round(((start + 2 * (clientX - down.clientX)) / column) * 100)
      percent = Math.max(NARROWEST_FIGURE, Math.min(WIDEST_FIGURE, wide))
      hasMoved = true
      shown.style.width = `${percent}%`
    }
    const end = new AbortController()
    const letGo = (isMeant: boolean) => {
      end.abort()
      if (isMeant && hasMoved && isFigureWidth(percent)) setFigure(spot, 'width', percent)
      else shown.style.width = `${spot.percent()}%`
    }
    const { signal } = end
    made.addEventListener('pointermove', move, { signal })
    // the figure itself can be dragged elsewhere, which is not meant now
    shown.parentElement?.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
    made.addEventListener('pointerup', () => letGo(true), { signal })
    // the system took the finger for something else
    made.addEventListener('pointercancel', () => letGo(false), { signal })
  })
  return made
}
