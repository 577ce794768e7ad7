/* Fields that stand within a sentence. Each has its name read aloud, since the sentence is its only label. */
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

const line =
  'rounded-none border-0 border-b border-rule-3 bg-transparent px-1 font-text text-ink transition-colors ' +
  'hover:border-ink-2 focus:border-accent focus:outline-none focus:shadow-[0_1px_0_var(--accent)] placeholder:text-ink-3'

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string
  onText: (text: string) => void
}

export function InlineInput({ label, onText, className = '', ...input }: InputProps) {
  return (
    <input
      aria-label={label}
      autoComplete="off"
      {...input}
      onChange={(event) => onText(event.currentTarget.value)}
      className={`${line} field-sizing-content max-w-full min-w-[6ch] ${className}`}
    />
  )
}

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
  label: string
  onText: (text: string) => void
}

/** Words that may run over several lines: it takes the width it is given. */
export function InlineArea({ label, onText, className = '', ...area }: AreaProps) {
  return (
    <textarea
      aria-label={label}
      rows={1}
      {...area}
      onChange={(event) => onText(event.currentTarget.value)}
      className={`${line} field-sizing-content block w-full resize-none leading-normal ${className}`}
    />
  )
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & {
  label: string
  onText: (text: string) => void
  children: ReactNode
}

export function InlineSelect({ label, onText, children, ...select }: SelectProps) {
  return (
    <select
      aria-label={label}
      {...select}
      onChange={(event) => onText(event.currentTarget.value)}
      className={`${line} max-w-full cursor-pointer font-semibold [&>*]:bg-sheet [&>*]:font-normal`}
    >
      {children}
    </select>
  )
}
