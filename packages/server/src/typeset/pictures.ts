import type { AssetType } from '@foreword/core/narratives/asset'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { families } from './fonts.ts'
import { literal, type Shows } from './source.ts'

export interface Picture {
  mediaType: AssetType
  bytes: Uint8Array
}

const endings: Partial<Record<AssetType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

/** A folder that is on no machine: what a source or a drawing names besides the files given to Typst is not there. */
export const NOWHERE = '/nowhere/foreword'

/** Gives Typst the files for as long as `use` runs, each under a path of its own. */
export function withFiles<Value>(
  compiler: NodeCompiler,
  files: Readonly<Record<string, Uint8Array>>,
  shows: Shows,
  use: (paths: Record<string, string>) => Value,
): Value {
  const paths: Record<string, string> = {}
  for (const [name, bytes] of Object.entries(files)) {
    const mediaType = shows[name]?.mediaType
    const ending = mediaType && endings[mediaType]
    if (mediaType === undefined || ending === undefined) continue
    const path = `/${name}.${ending}`
    compiler.mapShadow(
      `${NOWHERE}${path}`,
      Buffer.from(mediaType === 'image/svg+xml' ? inOurFace(bytes) : bytes),
    )
    paths[name] = path
  }
  try {
    return use(paths)
  } finally {
    for (const path of Object.values(paths)) compiler.unmapShadow(`${NOWHERE}${path}`)
  }
}

// the names of our faces are none that a browser knows, and Typst has no others
function inOurFace(svg: Uint8Array): string {
  return new TextDecoder().decode(svg).replace(/ font-family="[^"]*"/g, ` font-family="${families.sans}"`)
}

/** A page that shows one picture and says how large it is by itself, in points. */
export function probeSource(path: string): string {
  return `
#set page(width: 4in, height: 4in, margin: 0pt)
#set text(font: "${families.sans}", fallback: false)
#context { let size = measure(image(${literal(path)})); [#metadata((size.width / 1pt, size.height / 1pt))<size>] }
#image(${literal(path)}, width: 100%, height: 100%, fit: "contain")
`
}
