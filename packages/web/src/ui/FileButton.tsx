import { type ReactNode, useRef } from 'react'
import { Button, type ButtonKind } from './Button.tsx'

interface Props {
  /** Of the system's own control, which is not drawn. */
  label: string
  accept?: string
  /** The camera of a phone, at once. */
  capture?: 'environment'
  multiple?: boolean
  kind?: ButtonKind
  busy?: boolean
  disabledReason?: string | undefined
  /** At least one; exactly one where not `multiple`. */
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** A button that asks for files; the same one may be chosen twice in a row. */
export function FileButton({ label, accept, capture, multiple, onFiles, children, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        capture={capture}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
