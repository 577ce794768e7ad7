import { useId, useRef } from 'react'
import { later } from '../../later.tsx'
import { Beneath } from '../LiveField.tsx'
import type { AreaProps, BoxProps } from './box.ts'
import { RichWords, setWords } from './RichWords.tsx'

const Editor = later<BoxProps>(
  () => import('./RichEditor.tsx').then(({ RichEditor }) => RichEditor),
  // until then it can be read, and is not yet to be written in
  (props) => <Still {...props} role="textbox" />,
)

/** A text of several lines in which words are set: shown as it is set, and written in as it is shown. */
export function RichArea(props: AreaProps) {
  const id = useId()
  const early = useRef({ isIn: false, typed: '' })
  const { label, help, readOnly, beside, className = 'min-h-[38px]' } = props
  const labelId = `${id}-label`
  const box = {
    ...props,
    early,
    labelId,
    describedBy: help ? `${id}-help` : undefined,
    box: `w-full rounded border border-rule-3 bg-sheet px-3 py-2 leading-normal text-body text-ink max-sm:text-[16px] ${setWords} ${className}`,
  }
  return (
    <Beneath words={beside.words}>
      <p id={labelId} className="mb-1.5 text-small font-medium">
        {label}
      </p>
      {readOnly ? <Still {...box} role="group" /> : <Editor {...box} />}
      {help && (
        <p id={`${id}-help`} className="mt-1.5 text-small text-ink-2">
          {help}
        </p>
      )}
    </Beneath>
  )
}

function Still({
  role,
  labelId,
  describedBy,
  box,
  value,
  placeholder,
  early,
}: BoxProps & { role: 'textbox' | 'group' }) {
  const named = { 'aria-labelledby': labelId, 'aria-describedby': describedBy, className: box }
  const words =
    value === '' && role === 'textbox' ? (
      <p className="text-ink-3">{placeholder}</p>
    ) : (
      <RichWords text={value} />
    )
  if (role === 'group')
    return (
      // biome-ignore lint/a11y/useSemanticElements: words to be read, not fields
      <div role="group" {...named}>
        {words}
      </div>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: it becomes the editor, and its words are set
    <div
      role="textbox"
      aria-readonly
      aria-multiline
      tabIndex={0}
      {...named}
      onFocus={() => {
        early.current.isIn = true
      }}
      onBlur={() => {
        early.current.isIn = false
      }}
      onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
        if (key.length === 1 && !ctrlKey && !metaKey && !altKey) early.current.typed += key
      }}
    >
      {words}
    </div>
  )
}
