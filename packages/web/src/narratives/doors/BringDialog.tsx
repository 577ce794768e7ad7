import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { FilePicker } from './FilePicker.tsx'
import { fileOf } from './useFileDrop.ts'

interface Props {
  busy: boolean
  error: unknown
  onFile: (file: File) => void
  onClose: () => void
}

/** A file or pasted words. What was pasted stays in the box until it is in. */
export function BringDialog({ busy, error, onFile, onClose }: Props) {
  return (
    <Dialog
      title="Bring a document"
      lead="Markdown (.md) or plain text, up to 2 MB. From Word or Google Docs, save or download it as Markdown, or copy and paste the words."
      open
      onClose={onClose}
      width="wide"
      dismissable={!busy}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('text') ?? '')
          if (!busy) onFile(fileOf(text))
        }}
      >
        <div className="flex flex-wrap items-center gap-3">
          <FilePicker act="Choose a file" kind="go" busy={busy} onFile={onFile} />
          <span className="text-ink-3">or drop one here, or paste:</span>
        </div>
        <TextArea
          label="The words of the document"
          hideLabel
          name="text"
          rows={9}
          className="max-h-[40dvh] overflow-y-auto font-text"
          placeholder={'# The headline\n\nThe press release, then the questions and answers…'}
        />
        {error !== null && error !== undefined && (
          <ErrorNote error={error} safe="What you pasted is still in the box, and your file is as it was." />
        )}
        <div className="flex items-center gap-3">
          <Button type="submit" busy={busy}>
            {busy ? 'Bringing it in…' : 'Bring the pasted words'}
          </Button>
          <Button kind="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
