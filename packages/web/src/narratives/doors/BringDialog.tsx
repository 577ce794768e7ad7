import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { useDropTarget } from '../../ui/useDropTarget.ts'
import { FilePicker } from './FilePicker.tsx'
import { fileIn, fileOf } from './fileToSend.ts'
import type { Bringing } from './useBring.ts'

interface Props {
  bringing: Bringing
  /** What was pasted; it outlives the dialog. */
  pasted: string
  onPaste: (text: string) => void
  onClose: () => void
}

/** A file or pasted words. What was pasted stays in the box until it is in. */
export function BringDialog({ bringing: { bring, busy, error, fileName }, pasted, onPaste, onClose }: Props) {
  const drop = useDropTarget((data) => {
    const file = fileIn(data)
    if (file) bring(file)
  })
  return (
    <Dialog
      title="Bring a document"
      lead="Word (.docx, up to 20 MB), Markdown, HTML or plain text (up to 2 MB). From Google Docs, download it as Word, or copy and paste the words."
      open
      onClose={onClose}
      width="wide"
    >
      <form
        className={`flex flex-col gap-4 rounded ${drop.over ? 'outline-2 outline-offset-8 outline-accent' : ''}`}
        {...drop.handlers}
        onSubmit={(event) => {
          event.preventDefault()
          bring(fileOf(pasted))
        }}
      >
        <div className="flex flex-wrap items-center gap-3">
          <FilePicker act="Choose a file" kind="go" busy={busy} onFile={bring} />
          <span className="text-ink-2">
            <span className="pointer-coarse:hidden">or drop one here, </span>or paste:
          </span>
        </div>
        <TextArea
          label="The words of the document"
          hideLabel
          name="text"
          rows={9}
          className="max-h-[40dvh] min-h-44 overflow-y-auto font-text"
          placeholder={'# The headline\n\nThe press release, then the questions and answers…'}
          value={pasted}
          onChange={(event) => onPaste(event.currentTarget.value)}
        />
        {error && !busy && (
          <>
            {fileName !== undefined && fileName !== 'pasted.md' && (
              <p className="-mb-2 wrap-anywhere text-ink-2">{fileName}</p>
            )}
            <Refused
              error={error}
              safe={
                pasted === ''
                  ? 'Your own file is as it was.'
                  : 'Your own file is as it was, and what you pasted is still in the box.'
              }
            />
          </>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={busy}>
            Bring the pasted words
          </Button>
          <Button kind="bare" onClick={onClose}>
            {busy ? 'Leave it to finish' : 'Cancel'}
          </Button>
          <p role="status" className="wrap-anywhere text-ink-2">
            {busy && (fileName === 'pasted.md' ? 'Reading the words…' : `Reading ${fileName}…`)}
          </p>
        </div>
      </form>
    </Dialog>
  )
}
