import { useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { copyText } from './clipboard.ts'

type Copied = 'not-yet' | 'copied' | 'by-hand'

interface Props {
  label: string
  value: string
  hideLabel?: boolean
  /** When what is to be copied has just been made. */
  autoFocus?: boolean
  /** Beside the link that matters, a second thing to copy is quieter. */
  quiet?: boolean
}

/** Text to be taken elsewhere, mostly a link. Where the browser forbids copying it is selected for Ctrl-C. */
export function CopyField({ label, value, hideLabel = false, autoFocus = false, quiet = false }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<Copied>('not-yet')
  const copy = async () => {
    const done = await copyText(value)
    if (!done) input.current?.select()
    setCopied(done ? 'copied' : 'by-hand')
  }
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1.5 block text-small font-medium'}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="h-[38px] min-w-0 flex-1 truncate rounded border border-rule-2 bg-panel px-3 text-small text-ink pointer-coarse:h-11"
        />
        <Button kind={quiet ? 'plain' : 'go'} autoFocus={autoFocus} className="min-w-20" onClick={copy}>
          {copied === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="mt-1.5 text-small text-ink-2 empty:hidden">
        {copied === 'by-hand'
          ? 'Your browser does not let us copy. The link is selected: press Ctrl-C or ⌘C.'
          : ''}
      </p>
    </div>
  )
}
