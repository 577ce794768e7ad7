import { writeFile } from 'node:fs/promises'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { titleOf } from '@foreword/document/blocks'
import { kindOf } from '@foreword/document/checks/kind'
import { placesOf } from '@foreword/document/sections'
import { FileError, readFileAndOptions, UsageError } from '../usage.ts'
import { readNarrative, whyNot } from './narrative-file.ts'
import { paperOf } from './paper.ts'
import { withPictures } from './shown.ts'

/** The file typeset as an edition would be: the same pages and line numbers. Needs no server. */
export async function pdf(args: string[]) {
  const { file, options } = readFileAndOptions(args, {
    out: { type: 'string', short: 'o' },
    paper: { type: 'string' },
  })
  const { out } = options
  if (out === undefined) throw new UsageError('Say where the PDF goes: -o OUT.')
  const paper = paperOf(options.paper)
  const [read, { createTypesetter }] = await Promise.all([
    readNarrative(file),
    import('@foreword/server/typeset/compile'),
  ])
  const [first, ...others] = defaultKinds
  if (!first) throw new Error('there are no kinds of document')
  const places = placesOf(kindOf(read.document, [first, ...others]))
  const typesetter = createTypesetter()
  const { document, shows, files } = await withPictures(read, file, typesetter)
  const pages = { paper, title: titleOf(document), editionLabel: '', places, shows }
  const typeset = typesetter.typeset(document, pages, files)
  await writeFile(out, typeset.pdf).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(`${out} cannot be written (${whyNot(error)}).`)
  })
  console.log(
    `${out}: ${typeset.pages === 1 ? '1 page' : `${typeset.pages} pages`}, ${typeset.lineCount} lines.`,
  )
  if (typeset.missingGlyphs.length > 0)
    console.error(`No face of the house can set: ${typeset.missingGlyphs.join(' ')}`)
}
