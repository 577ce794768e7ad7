import { MOST_EVIDENCE_FILES } from '@foreword/core/evidence/file'

const kinds: Record<string, string> = {
  pdf: 'PDF',
  csv: 'Table',
  tsv: 'Table',
  xls: 'Spreadsheet',
  xlsx: 'Spreadsheet',
  ods: 'Spreadsheet',
  doc: 'Document',
  docx: 'Document',
  odt: 'Document',
  txt: 'Text',
  md: 'Text',
  ppt: 'Slides',
  pptx: 'Slides',
  mp3: 'Audio',
  m4a: 'Audio',
  wav: 'Audio',
  ogg: 'Audio',
  mp4: 'Video',
  mov: 'Video',
  zip: 'Archive',
}

/** What somebody would call it, by the ending of its name. */
export function kindOf({ name, picture }: { name: string; picture: string | null }): string {
  if (picture) return 'Picture'
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? 'File' : (kinds[ending] ?? `${ending.toUpperCase()} file`)
}

export function sizeOf(byteLength: number): string {
  if (byteLength < 1000) return `${byteLength} bytes`
  const [size, unit] = byteLength < 1_000_000 ? [byteLength / 1000, 'kB'] : [byteLength / 1_000_000, 'MB']
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`
}

export const fullReason = (count: number) =>
  count >= MOST_EVIDENCE_FILES ? 'Ten files are kept with this piece: remove one first.' : undefined
