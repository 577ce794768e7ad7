/* What is pasted, as a plain tree: read from whatever parsed it, and written as HTML again. */

export interface PastedElement {
  /** In lower case, with its prefix: `o:p`. */
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly Pasted[]
}

export type Pasted = PastedElement | string

export const isElement = (node: Pasted): node is PastedElement => typeof node !== 'string'

export function element(
  tag: string,
  children: readonly Pasted[],
  attributes: Readonly<Record<string, string>> = {},
): PastedElement {
  return { tag, attributes, children }
}

export type Style = ReadonlyMap<string, string>

/** What its `style` says, by property, both in lower case. */
export function styleOf({ attributes }: PastedElement): Style {
  const style = new Map<string, string>()
  for (const declaration of (attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    style.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return style
}

export function classesOf({ attributes }: PastedElement): readonly string[] {
  return (attributes.class ?? '').split(/\s+/).filter((name) => name !== '')
}

/** All the text in it, in order. */
export function textOf(nodes: readonly Pasted[]): string {
  return nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join('')
}

const voids = new Set(['br', 'hr', 'img'])

export function htmlOf(nodes: readonly Pasted[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return escaped(node)
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
        .join('')
      const open = `<${node.tag}${attributes}>`
      return voids.has(node.tag) ? open : `${open}${htmlOf(node.children)}</${node.tag}>`
    })
    .join('')
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
