import { MOST_EVIDENCE_FILES } from '@foreword/core/evidence/file'
import { Button } from '../../ui/Button.tsx'
import { AddFiles } from './AddFiles.tsx'
import { fullReason, sizeOf } from './words.ts'

interface Props {
  files: readonly File[]
  onChange: (files: readonly File[]) => void
}

/** Files that go with a note once it is kept. */
export function ChosenFiles({ files, onChange }: Props) {
  return (
    <div className="text-small">
      {files.length > 0 && (
        <ul aria-label="Files to keep with it">
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of one name may be chosen, and none has a state
            <li key={at} className="flex items-center gap-3 border-b border-rule py-1">
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="text-ink-3">{sizeOf(file.size)}</span>
              <Button
                kind="bare"
                className="-mr-3.5"
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                Leave out<span className="sr-only"> {file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="-ml-3.5 flex flex-wrap items-center">
        <AddFiles
          to="this note"
          disabledReason={fullReason(files.length)}
          onFiles={(more) => onChange([...files, ...more].slice(0, MOST_EVIDENCE_FILES))}
        />
      </div>
      <p className="text-ink-3">Or drop them here, or paste a picture. At most ten, of 20 MB each.</p>
    </div>
  )
}
