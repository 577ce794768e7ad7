import { zlibSync } from 'fflate'
import { figurePercent, widthOfColumn } from '../figure-size.ts'
import type { Figure } from '../figures.ts'
import { hashOfAsset } from '../links.ts'
import { tag } from './xml-out.ts'

/** What a document shows, by SHA-256. */
export type Pictures = ReadonlyMap<string, PictureOut>

export interface PictureOut {
  mediaType: string
  width: number
  height: number
  bytes: Uint8Array
}

/** What Word can show; a drawing needs a bitmap beside it. */
const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** The pictures of a file while it is written: parts of the package, with the relationship that leads to each. */
export interface Media {
  paper: 'letter' | 'a4'
  pictures: Pictures
  /** By path in the package's `word` folder. */
  parts: Map<string, { id: string; bytes: Uint8Array }>
  shown: number
}

export function beginMedia(paper: Media['paper'], pictures: Pictures): Media {
  return { paper, pictures, parts: new Map(), shown: 0 }
}

/** The picture of a figure as a run of its own; null when it shows none that Word could. */
export function drawingOut(figure: Figure, media: Media): string | null {
  const hash = hashOfAsset(figure.shown)
  const picture = hash === null ? undefined : media.pictures.get(hash)
  const ending = endings[picture?.mediaType ?? '']
  if (!picture || hash === null || ending === undefined || picture.width < 1) return null
  const own = partOf(`media/${hash.slice(0, 32)}.${ending}`, picture.bytes, media)
  const share = figurePercent(picture, figure.width, media.paper) / 100
  const cx = Math.round(widthOfColumn(media.paper) * share * EMU_IN_A_POINT)
  const size = { cx, cy: Math.max(1, Math.round((cx * picture.height) / picture.width)) }
  const isDrawing = ending === 'svg'
  const bitmap = isDrawing ? partOf(frameName(picture), frame(picture), media) : own
  media.shown += 1
  return tag(
    'w:r',
    {},
    tag('w:drawing', {}, inline(figure, media.shown, size, { bitmap, drawing: isDrawing ? own : null })),
  )
}

const EMU_IN_A_POINT = 12_700

function partOf(path: string, bytes: Uint8Array, media: Media): string {
  const known = media.parts.get(path)
  if (known) return known.id
  const id = `rIdMedia${media.parts.size + 1}`
  media.parts.set(path, { id, bytes })
  return id
}

function inline(
  { alt, caption, id }: Figure,
  number: number,
  size: { cx: number; cy: number },
  shows: { bitmap: string; drawing: string | null },
): string {
  const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
  const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  const drawing =
    shows.drawing &&
    tag(
      'a:extLst',
      {},
      tag(
        'a:ext',
        { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
        tag('asvg:svgBlip', {
          'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
          'r:embed': shows.drawing,
        }),
      ),
    )
  const name = `Picture ${number}`
  const picture = tag(
    'pic:pic',
    { 'xmlns:pic': PICTURE },
    tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id: number, name }), tag('pic:cNvPicPr')),
    tag(
      'pic:blipFill',
      {},
      tag('a:blip', { 'r:embed': shows.bitmap }, drawing ?? ''),
      tag('a:stretch', {}, tag('a:fillRect')),
    ),
    tag(
      'pic:spPr',
      {},
      tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }), tag('a:ext', size)),
      tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
    ),
  )
  return tag(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    tag('wp:extent', size),
    tag('wp:docPr', {
      id: number,
      name: id === '' ? name : `Figure ${id}`,
      descr: alt || null,
      title: caption || null,
    }),
    tag('wp:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { 'xmlns:a': A, noChangeAspect: 1 })),
    tag('a:graphic', { 'xmlns:a': A }, tag('a:graphicData', { uri: PICTURE }, picture)),
  )
}

/** Beside a drawing stands what programs show that know none: an empty frame of its shape. */
const MOST_OF_A_FRAME = 400
function frameSize({ width, height }: PictureOut) {
  const scale = Math.min(1, MOST_OF_A_FRAME / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const frameName = (picture: PictureOut) => {
  const { width, height } = frameSize(picture)
  return `media/frame-${width}x${height}.png`
}

/** A grey line around white, as a PNG of one byte for each pixel. */
function frame(picture: PictureOut): Uint8Array {
  const { width, height } = frameSize(picture)
  const rows = new Uint8Array((width + 1) * height).fill(0xff)
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1)
    // each row begins with how it is filtered: not at all
    rows[row] = 0
    const isEdge = y === 0 || y === height - 1
    for (let x = 1; x <= width; x++) if (isEdge || x === 1 || x === width) rows[row + x] = 0xaa
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 0, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', zlibSync(rows)), chunk('IEND', new Uint8Array())]
  return joined([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(name), data])
  const out = new Uint8Array(body.length + 8)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  out.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return out
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
