import { useId, useRef } from 'react'
import { Button, type ButtonKind } from '../../ui/Button.tsx'

interface Props {
  act: string
  busy?: boolean
  kind?: ButtonKind
  disabledReason?: string | undefined
  onFile: (file: File) => void
  /** What the picker offers first. */
  accept?: string
}

/** Every format a document can be brought in. */
const DOCUMENTS = '.md,.markdown,.txt,.docx,.html,.htm,text/markdown,text/plain,text/html'

/** A button that asks for one file. */
export function FilePicker({
  act,
  busy = false,
  kind = 'plain',
  disabledReason,
  onFile,
  accept = DOCUMENTS,
}: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={kind} busy={busy} disabledReason={disabledReason} onClick={() => input.current?.click()}>
        {act}
      </Button>
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={act}
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // the same file may be chosen again after it was mended
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
