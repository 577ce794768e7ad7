import type { DocumentJson } from '@foreword/document/json'

/** What a file on disk says. */
export interface NarrativeFile {
  document: DocumentJson
  /** Its text as it stands in the file; of a Word file each paragraph is a line. */
  source: string
  /** What it shows, by SHA-256, as the file has it. */
  pictures: ReadonlyMap<string, Uint8Array>
}
