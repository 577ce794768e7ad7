import { ok, type Result, refuse } from '@foreword/core/result'
import { SaxesParser } from 'saxes'
import { type DocxRefusal, MOST_ELEMENTS, MOST_XML_DEPTH } from './limits.ts'

/** An element under the prefix that everybody writes for its namespace, whichever the file uses: `w:p`. */
export interface Xml {
  name: string
  attrs: Record<string, string>
  children: (Xml | string)[]
}

const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/drawing/2016/SVG/main': 'asvg',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'urn:foreword:word': 'fw',
}

type XmlRefusal = Extract<
  DocxRefusal,
  'file-not-word' | 'file-has-entities' | 'file-nested-too-deep' | 'file-too-complex'
>

/** What stops the parser from inside its own callbacks; the parser reports its errors by throwing as well. */
class Stop extends Error {
  readonly refusal: XmlRefusal
  constructor(refusal: XmlRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** The tree of an XML file. No entity but the five of XML is known, and a document type declaration is refused. */
export function parsed(bytes: Uint8Array): Result<Xml, XmlRefusal> {
  // counted before it is parsed: every element opens once
  if (signsIn(bytes) > 2 * MOST_ELEMENTS + 1000) return refuse('file-too-complex')
  const root: Xml = { name: '', attrs: {}, children: [] }
  const open: Xml[] = [root]
  let elements = 0
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new Stop('file-has-entities')
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > MOST_ELEMENTS) throw new Stop('file-too-complex')
    if (open.length > MOST_XML_DEPTH) throw new Stop('file-nested-too-deep')
    const attrs: Record<string, string> = {}
    for (const { local, uri, value } of Object.values(tag.attributes)) attrs[named(uri, local)] = value
    const made: Xml = { name: named(tag.uri, tag.local), attrs, children: [] }
    open.at(-1)?.children.push(made)
    open.push(made)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const words = (text: string) => void open.at(-1)?.children.push(text)
  parser.on('text', words)
  parser.on('cdata', words)
  try {
    parser.write(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)).close()
  } catch (error) {
    if (error instanceof Stop) return refuse(error.refusal)
    // the parser says only by throwing that a file is no XML, and the decoder that it is no text
    return refuse('file-not-word')
  }
  const top = root.children.find((child) => typeof child !== 'string')
  return top ? ok(top) : refuse('file-not-word')
}

function signsIn(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === 0x3c) count += 1
  return count
}

function named(uri: string, local: string): string {
  if (uri === '') return local
  return `${prefixes[uri] ?? '?'}:${local}`
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
}

export function elementsOf(node: Xml | undefined): Xml[] {
  return node?.children.filter((child) => typeof child !== 'string') ?? []
}

export function childNamed(node: Xml | undefined, name: string): Xml | undefined {
  return elementsOf(node).find((child) => child.name === name)
}

/** The first element on a path of names. */
export function inside(node: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((at, name) => childNamed(at, name), node)
}

export function textIn(node: Xml): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}

/** `w:val` of a child. */
export function valOf(node: Xml | undefined, name: string): string | undefined {
  return childNamed(node, name)?.attrs['w:val']
}

/** Whether a switch such as `w:b` is on: standing there is enough, unless it says otherwise. */
export function isOn(node: Xml | undefined, name: string): boolean {
  const found = childNamed(node, name)
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attrs['w:val'] ?? '1')
}

/** When somebody did something, as Word writes it: local time, though it often ends in Z. */
export function momentOf(value: string | undefined): string | null {
  return value !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? value : null
}
