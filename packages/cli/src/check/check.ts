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
  const read = await readNarrative(file)
  const [first, ...others] = defaultKinds
  if (!first) throw new Error('there are no kinds of document')
  const kind = asked ?? kindOf(read.document, [first, ...others])
  // not before there is something to typeset
  const { createTypesetter } = await import('@foreword/server/typeset/compile')
  const typeset = createTypesetter().typeset(read.document, {
    paper,
    title: '',
    editionLabel: '',
    places: placesOf(kind),
  })
  const found = checked(read, { kind, typeset, today, all: options.all })
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
