import type { DocumentJson } from '@foreword/document/json'
import type { Files, Layout, TypesetDocument } from './compile.ts'
import type { Picture } from './pictures.ts'
import type { Bound, SourceOptions } from './source.ts'

/** What goes to the typesetting process and what comes back; one at a time. */
export type Job =
  | { kind: 'layout'; document: DocumentJson; options: SourceOptions }
  | { kind: 'typeset'; document: DocumentJson; options: SourceOptions; files: Files }
  | { kind: 'bind'; cover: DocumentJson; options: SourceOptions; bound: readonly Bound[] }
  | { kind: 'probe'; picture: Picture }

export type Done =
  | { ok: true; kind: 'layout'; value: Layout }
  | { ok: true; kind: 'typeset'; value: TypesetDocument }
  | { ok: true; kind: 'bind'; value: Uint8Array }
  | { ok: true; kind: 'probe'; value: { width: number; height: number } | null }
  | { ok: false; error: string }
