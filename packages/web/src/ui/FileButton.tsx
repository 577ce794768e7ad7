import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'

interface Props {
  /** Of the system's own control, which is not drawn. */
  label: string
  accept: string
  busy?: boolean
  disabledReason?: string | undefined
  onFile: (file: File) => void
  children: ReactNode
}

/** A button that asks for a file; the same one may be chosen twice in a row. */
export function FileButton({ label, accept, onFile, children, ...button }: Props) {
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
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
