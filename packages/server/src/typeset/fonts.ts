import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The faces of the house, from npm packages: the host's fonts would change page counts. Typst cannot be told to
 * forget the host's fonts, so ours carry family names no host has (same length: the name table is patched in
 * place), and fallback is off.
 */
export const families = { serif: 'Foreword Serif', sans: 'Fwrd1', mono: 'Foreword Code 1' }

const faces: { file: string; family: string; renamed: string }[] = [
  ...[
    '400Regular/SourceSerif4_400Regular',
    '400Regular_Italic/SourceSerif4_400Regular_Italic',
    '600SemiBold/SourceSerif4_600SemiBold',
    '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic',
  ].map((file) => ({ file: `source-serif-4/${file}`, family: 'Source Serif 4', renamed: families.serif })),
  { file: 'inter/400Regular/Inter_400Regular', family: 'Inter', renamed: families.sans },
  {
    file: 'source-code-pro/400Regular/SourceCodePro_400Regular',
    family: 'Source Code Pro',
    renamed: families.mono,
  },
]

/** The code points that the text face and the code face can draw. */
export interface Drawable {
  serif: ReadonlySet<number>
  mono: ReadonlySet<number>
}

export interface LoadedFonts {
  blobs: Buffer[]
  drawable: Drawable
}

export function loadFonts(): LoadedFonts {
  const blobs = faces.map(({ file, family, renamed }) => withFamily(read(file), family, renamed))
  const faceOf = (family: string): Buffer => {
    const blob = blobs[faces.findIndex((face) => face.renamed === family)]
    if (blob === undefined) throw new Error(`no face for ${family}`)
    return blob
  }
  return {
    blobs,
    drawable: { serif: codePointsOf(faceOf(families.serif)), mono: codePointsOf(faceOf(families.mono)) },
  }
}

/** What the faces can draw, for who sets nothing. */
export function readDrawable(): Drawable {
  const of = (family: string) => {
    const face = faces.find(({ renamed }) => renamed === family)
    if (face === undefined) throw new Error(`no face for ${family}`)
    return codePointsOf(read(face.file))
  }
  return { serif: of(families.serif), mono: of(families.mono) }
}

const { resolve } = createRequire(import.meta.url)
const read = (file: string): Buffer => readFileSync(resolve(`@expo-google-fonts/${file}.ttf`))

function withFamily(font: Buffer, family: string, renamed: string): Buffer {
  if (family.length !== renamed.length) throw new Error(`${renamed} must be as long as ${family}`)
  const { offset, length } = table(font, 'name')
  const names = font.subarray(offset, offset + length)
  const from = utf16be(family)
  let found = 0
  for (let at = names.indexOf(from); at !== -1; at = names.indexOf(from, at + from.length)) {
    utf16be(renamed).copy(names, at)
    found++
  }
  if (found === 0) throw new Error(`${family} is not in its own name table`)
  return font
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

function table(font: Buffer, tag: string): { offset: number; length: number } {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index++) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) === tag)
      return { offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) }
  }
  throw new Error(`the font has no ${tag} table`)
}

/** The code points a face has a glyph for, from its cmap (formats 4 and 12, which every face here has). */
function codePointsOf(font: Buffer): Set<number> {
  const { offset } = table(font, 'cmap')
  const covered = new Set<number>()
  const subtables = font.readUInt16BE(offset + 2)
  for (let index = 0; index < subtables; index++) {
    const at = offset + font.readUInt32BE(offset + 4 + index * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 12) addGroups(font, at, covered)
    else if (format === 4) addSegments(font, at, covered)
  }
  return covered
}

function addGroups(font: Buffer, at: number, into: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let group = 0; group < groups; group++) {
    const entry = at + 16 + group * 12
    for (let code = font.readUInt32BE(entry); code <= font.readUInt32BE(entry + 4); code++) into.add(code)
  }
}

function addSegments(font: Buffer, at: number, into: Set<number>): void {
  const twiceSegments = font.readUInt16BE(at + 6)
  for (let segment = 0; segment < twiceSegments; segment += 2) {
    const end = font.readUInt16BE(at + 14 + segment)
    const start = font.readUInt16BE(at + 16 + twiceSegments + segment)
    if (start === 0xffff) continue
    for (let code = start; code <= end; code++) into.add(code)
  }
}
