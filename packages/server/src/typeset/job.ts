import type { DocumentJson } from '@foreword/document/json'
import type { Layout, TypesetDocument } from './compile.ts'
import type { SourceOptions } from './source.ts'

/** What goes to the typesetting process and what comes back; one at a time. */
export type Job = { kind: 'layout' | 'typeset'; document: DocumentJson; options: SourceOptions }

export type Done =
  | { ok: true; kind: 'layout'; value: Layout }
  | { ok: true; kind: 'typeset'; value: TypesetDocument }
  | { ok: false; error: string }
