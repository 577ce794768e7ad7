/** What a style sheet may say of a drawing, and an attribute can say as well. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'stop-color',
  'stop-opacity',
] as const

/** The same for every element when nobody said anything. */
const initial: Partial<Record<(typeof properties)[number], string>> = {
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-style': 'normal',
  'dominant-baseline': 'auto',
  visibility: 'visible',
}

/** The drawing as it is seen, every element saying by attribute what the style sheets said of it. It stands in the page. */
export function flattened(svg: SVGSVGElement): string {
  const all = [...svg.querySelectorAll<SVGElement>('*')]
  // all are read before any is changed: an attribute of one is inherited by the next
  const looks = all.map((element) => {
    const style = getComputedStyle(element)
    return {
      element,
      isGone: style.display === 'none',
      said: properties.map((name) => style.getPropertyValue(name)),
    }
  })
  for (const { element, isGone, said } of looks) {
    if (isGone || ['style', 'script', 'foreignObject'].includes(element.localName)) {
      if (!element.closest('defs, marker, clipPath, mask')) element.remove()
      continue
    }
    properties.forEach((name, at) => {
      const value = said[at]
      if (value && value !== initial[name]) element.setAttribute(name, value)
    })
    if (element.localName === 'text' || element.localName === 'tspan')
      element.setAttribute('font-family', 'Inter')
    element.removeAttribute('class')
    element.removeAttribute('style')
  }
  for (const styles of svg.querySelectorAll('style')) styles.remove()
  const box = svg.viewBox.baseVal
  svg.setAttribute('width', String(Math.ceil(box.width)))
  svg.setAttribute('height', String(Math.ceil(box.height)))
  svg.removeAttribute('style')
  return new XMLSerializer().serializeToString(svg)
}
