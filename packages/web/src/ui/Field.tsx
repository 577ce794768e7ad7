/*
 * Native inputs with a label, a line of help and the server's word about them. Inside a `Form` the error of the same
 * name finds its field by itself.
 */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type RefObject,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
} from 'react'
import { useFieldError } from './Form.tsx'

interface Labelled {
  label: ReactNode
  /** The label is read aloud but not drawn: where the place says what it is. */
  hideLabel?: boolean
  help?: ReactNode
  error?: string | undefined
}

const box =
  'w-full rounded border px-3 text-body text-ink transition-colors duration-100 hover:border-ink-3 ' +
  'focus:border-accent focus:outline-1 focus:outline-offset-0 focus:outline-accent disabled:text-ink-3'
const edge = (invalid: boolean, quiet = false) =>
  `${quiet ? 'bg-transparent' : 'bg-sheet'} ${invalid ? 'border-red' : quiet ? 'border-transparent' : 'border-rule-3'}`

function useLabelled({
  error,
  help,
  name,
}: {
  error: string | undefined
  help: ReactNode
  name: string | undefined
}) {
  const id = useId()
  const said = useFieldError(name)
  const wrong = error ?? said
  const describedBy = wrong ? `${id}-error` : help ? `${id}-help` : undefined
  return {
    id,
    wrong,
    aria: { 'aria-invalid': wrong !== undefined || undefined, 'aria-describedby': describedBy },
  }
}

function Frame({
  id,
  label,
  hideLabel,
  help,
  wrong,
  children,
}: Labelled & { id: string; wrong: string | undefined; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1.5 block text-small font-medium'}>
        {label}
      </label>
      {children}
      {wrong !== undefined && (
        <p id={`${id}-error`} className="mt-1.5 text-small text-red">
          {wrong}
        </p>
      )}
      {help && wrong === undefined && (
        <p id={`${id}-help`} className="mt-1.5 text-small text-ink-2">
          {help}
        </p>
      )}
    </div>
  )
}

type FieldProps = Labelled & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }

export function Field({ label, hideLabel = false, help, error, className = '', ...input }: FieldProps) {
  const { id, wrong, aria } = useLabelled({ error, help, name: input.name })
  return (
    <Frame {...{ id, label, hideLabel, help, wrong }}>
      <input
        id={id}
        {...input}
        {...aria}
        className={`${box} ${edge(wrong !== undefined)} h-[38px] pointer-coarse:h-11 ${className}`}
      />
    </Frame>
  )
}

type TextAreaProps = Labelled &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: RefObject<HTMLTextAreaElement | null> }

/** Grows with what is written; `rows` is where it begins. */
export function TextArea({
  label,
  hideLabel = false,
  help,
  error,
  className = '',
  rows = 2,
  onInput,
  ref: given,
  ...area
}: TextAreaProps) {
  const { id, wrong, aria } = useLabelled({ error, help, name: area.name })
  const own = useRef<HTMLTextAreaElement>(null)
  const ref = given ?? own
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever the text is set from outside
  useEffect(() => grow(ref.current), [area.value])
  return (
    <Frame {...{ id, label, hideLabel, help, wrong }}>
      <textarea
        ref={ref}
        id={id}
        rows={rows}
        {...area}
        {...aria}
        onInput={(event) => {
          grow(event.currentTarget)
          onInput?.(event)
        }}
        className={`${box} ${edge(wrong !== undefined)} field-sizing-content resize-none py-2 leading-normal ${className}`}
      />
    </Frame>
  )
}

/** For browsers that cannot do it by style. */
export function grow(area: HTMLTextAreaElement | null) {
  if (area === null || CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

type SelectProps = Labelled &
  SelectHTMLAttributes<HTMLSelectElement> & {
    /** Without a border until pointed at: in a row of a list. */
    quiet?: boolean
  }

/** The system's own list: the best one there is on a phone, and known to every screen reader. */
export function Select({
  label,
  hideLabel = false,
  help,
  error,
  className = '',
  quiet = false,
  children,
  ...select
}: SelectProps) {
  const { id, wrong, aria } = useLabelled({ error, help, name: select.name })
  return (
    <Frame {...{ id, label, hideLabel, help, wrong }}>
      <span className="relative block">
        <select
          id={id}
          {...select}
          {...aria}
          className={`${box} ${edge(wrong !== undefined, quiet)} h-[38px] appearance-none truncate pr-8 pointer-coarse:h-11 ${className}`}
        >
          {children}
        </select>
        <Chevron className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2" />
      </span>
    </Frame>
  )
}

export function Chevron({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" fill="none" className={className}>
      <path
        d="m3 4.75 3 3 3-3"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
