import { findKind, type NarrativeKind } from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { day } from '@foreword/core/time'
import { kindOf } from '@foreword/document/checks/kind'
import { placesOf } from '@foreword/document/sections'
import { readFileAndOptions, UsageError } from '../usage.ts'
import { readNarrative } from './narrative-file.ts'
import { paperOf } from './paper.ts'
import { checked } from './report.ts'
import { say } from './say.ts'
import { withPictures } from './shown.ts'

/** Reads a file as the room would, and ends with 1 when something in it must be fixed. Needs no server. */
export async function check(args: string[]) {
  const { file, options } = readFileAndOptions(args, {
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    kind: { type: 'string' },
    on: { type: 'string' },
    paper: { type: 'string' },
  })
  const asked = options.kind === undefined ? undefined : kindNamed(options.kind)
  const today = options.on === undefined ? new Date().toISOString().slice(0, 10) : dayNamed(options.on)
  const paper = paperOf(options.paper)
  // while another process reads a Word file, this one loads what sets it
  const [read, { createTypesetter }] = await Promise.all([
    readNarrative(file),
    import('@foreword/server/typeset/compile'),
  ])
  const [first, ...others] = defaultKinds
  if (!first) throw new Error('there are no kinds of document')
  const kind = asked ?? kindOf(read.document, [first, ...others])
  const typesetter = createTypesetter()
  const { document, shows, files } = await withPictures(read, file, typesetter)
  const pages = { paper, title: '', editionLabel: '', places: placesOf(kind), shows }
  const typeset = typesetter.typeset(document, pages, files)
  const found = checked({ ...read, document }, { kind, typeset, today, all: options.all })
  console.log(options.json ? JSON.stringify(found.report, null, 2) : say(file, found))
  if (found.report.findings.some(({ severity }) => severity === 'must-fix')) process.exitCode = 1
}

function kindNamed(id: string): NarrativeKind {
  const kind = findKind(defaultKinds, id)
  if (kind) return kind
  throw new UsageError(
    `There is no kind "${id}". There are: ${defaultKinds.map((each) => each.id).join(', ')}.`,
  )
}

function dayNamed(text: string): string {
  if (day.safeParse(text).success) return text
  throw new UsageError(`"${text}" is no day: write it as 2027-03-01.`)
}
