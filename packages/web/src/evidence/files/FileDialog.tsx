import type { EvidenceFile } from '@foreword/core/evidence/file'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { kindOf, sizeOf } from './words.ts'

interface Props {
  file: EvidenceFile
  address: string
  onClose: () => void
  /** Absent for who may only read. */
  onRemove: (() => void) | undefined
}

/** A picture large, and of any file where it comes from. */
export function FileDialog({ file, address, onClose, onRemove }: Props) {
  const added = new Date(file.addedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog title={file.name} open width="wide" onClose={onClose}>
      {file.picture && (
        <img
          src={address}
          alt={file.name}
          className="mb-4 max-h-[70dvh] w-full rounded border border-rule bg-paper object-contain"
        />
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
        <dt className="text-ink-3">Kind</dt>
        <dd>
          {kindOf(file)}, {sizeOf(file.byteLength)}
        </dd>
        <dt className="text-ink-3">Added</dt>
        <dd>
          by {file.by.name}, {added}
        </dd>
        <dt className="text-ink-3">SHA-256</dt>
        <dd className="font-mono break-all">{file.sha256}</dd>
      </dl>
      <div className="mt-5 flex flex-wrap gap-2">
        <a className={buttonClass('plain')} href={address} download={file.name}>
          Save it
        </a>
        {onRemove && (
          <Button kind="bare" onClick={onRemove}>
            Remove<span className="sr-only"> {file.name}</span>
          </Button>
        )}
      </div>
    </Dialog>
  )
}
