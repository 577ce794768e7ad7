import { NARROWEST_FIGURE, WIDEST_FIGURE } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'

const STEP = 5

export type FigureSpot = {
  view: EditorView
  getPos: () => number | undefined
  node: () => Node
  /** As wide as it is shown now, in percent of its column. */
  percent: () => number
}

/** Sets one attribute of the figure, as an act of its own that can be undone. */
export function setFigure({ view, getPos }: FigureSpot, name: string, value: string | number | null): void {
  const at = getPos()
  if (at === undefined || !view.editable) return
  view.dispatch(view.state.tr.setNodeAttribute(at, name, value))
}

export function widen(spot: FigureSpot, by: 1 | -1): void {
  const to = Math.round((spot.percent() + by * STEP) / STEP) * STEP
  setFigure(spot, 'width', Math.max(NARROWEST_FIGURE, Math.min(WIDEST_FIGURE, to)))
}

/** What can be said of a figure and how wide it is, beneath it while it is at hand. */
export function figureControls(spot: FigureSpot, more: readonly HTMLElement[] = []) {
  const dom = document.createElement('div')
  dom.className = 'figure-controls'
  dom.contentEditable = 'false'
  const caption = field('Caption', 'title', spot)
  const alt = field('For those who cannot see it', 'alt', spot)
  const width = document.createElement('div')
  width.className = 'figure-width'
  width.setAttribute('role', 'group')
  width.setAttribute('aria-label', 'Width')
  const says = document.createElement('output')
  width.append(
    button('Narrower', () => widen(spot, -1)),
    says,
    button('Wider', () => widen(spot, 1)),
    button('Its own size', () => setFigure(spot, 'width', null)),
    ...more,
  )
  dom.append(caption.label, alt.label, width)
  return {
    dom,
    show() {
      caption.show()
      alt.show()
      says.textContent = `${Math.round(spot.percent())} %`
    },
  }
}

function field(title: string, attribute: 'title' | 'alt', spot: FigureSpot) {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.maxLength = 1000
  label.append(title, input)
  const keep = () => {
    const value = input.value.trim()
    if (value !== (spot.node().attrs[attribute] ?? ''))
      setFigure(spot, attribute, value === '' ? null : value)
  }
  input.addEventListener('change', keep)
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') keep()
    spot.view.focus()
  })
  return {
    label,
    show() {
      const value = spot.node().attrs[attribute]
      if (document.activeElement !== input) input.value = typeof value === 'string' ? value : ''
    },
  }
}

export function button(title: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = title
  made.addEventListener('click', act)
  return made
}
