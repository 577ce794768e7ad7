import { type DOMAttributes, type KeyboardEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Chevron, Field, Select, TextArea } from '../../ui/Field.tsx'
import type { Part } from '../sheet/kind.ts'
import { sectionWords, startWords } from './words.ts'

interface Props {
  part: Part
  at: number
  count: number
  isFixed: boolean
  isDragged: boolean
  dropLine: 'above' | 'below' | undefined
  handle: DOMAttributes<HTMLElement>
  errorOf: (field: string) => string | undefined
  onChange: (change: Partial<Part>, field: string) => void
  onMove: (step: 1 | -1, control: string) => void
  onRemove: () => void
}

const fields = ['label', 'section', 'startsWith', 'title', 'guidance', 'qualityBar'] as const

/** One part: closed it is a line, opened it is everything that can be said of it. */
export function PartCard({
  part,
  at,
  count,
  isFixed,
  isDragged,
  dropLine,
  handle,
  errorOf,
  onChange,
  onMove,
  onRemove,
}: Props) {
  // a new part is opened to be written
  const [opened, setOpened] = useState(part.label === '')
  const isWrong = fields.some((field) => errorOf(field) !== undefined)
  const open = opened || isWrong
  const name = part.label || 'A new part'

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || isFixed) return
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const control = event.target instanceof HTMLElement ? event.target.dataset.control : undefined
    onMove(step === 1 ? 1 : -1, control ?? 'toggle')
  }

  return (
    <li
      data-part={part.id}
      onKeyDown={onKeyDown}
      className={`relative border-t border-rule ${isDragged ? 'opacity-55' : ''} ${lines[dropLine ?? 'none']}`}
    >
      <div className="flex items-center gap-1 py-1.5">
        <span
          {...handle}
          data-control="handle"
          tabIndex={-1}
          aria-hidden="true"
          className={`grid size-8 shrink-0 touch-none place-items-center rounded-small text-ink-3 select-none pointer-coarse:size-11 ${isFixed ? '' : 'cursor-grab hover:bg-ink/5 hover:text-ink'}`}
        >
          ⠿
        </span>
        <button
          type="button"
          data-control="toggle"
          aria-expanded={open}
          onClick={() => setOpened(!open)}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-small px-1 text-left hover:text-accent pointer-coarse:min-h-11"
        >
          <Chevron className={`shrink-0 text-ink-3 transition-transform ${open ? '' : '-rotate-90'}`} />
          <span className="min-w-0 truncate">{name}</span>
          {!part.required && <span className="shrink-0 text-small text-ink-3">optional</span>}
        </button>
        <Button
          kind="bare"
          className="px-2"
          data-control="up"
          aria-label={`Move ${name} up`}
          disabledReason={
            isFixed ? 'Only an administrator can do this.' : at === 0 ? 'It is the first.' : undefined
          }
          onClick={() => onMove(-1, 'up')}
        >
          ↑
        </Button>
        <Button
          kind="bare"
          className="px-2"
          data-control="down"
          aria-label={`Move ${name} down`}
          disabledReason={
            isFixed ? 'Only an administrator can do this.' : at === count - 1 ? 'It is the last.' : undefined
          }
          onClick={() => onMove(1, 'down')}
        >
          ↓
        </Button>
      </div>
      {open && (
        <fieldset disabled={isFixed} className="flex min-w-0 flex-col gap-4 pt-1 pb-5 pl-9 max-sm:pl-1">
          <legend className="sr-only">{name}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Name of the part"
              value={part.label}
              maxLength={60}
              error={errorOf('label')}
              onChange={(event) => onChange({ label: event.currentTarget.value }, 'label')}
            />
            <Field
              label="Title in the document"
              help="A heading that stands above it. Empty for none."
              value={part.title ?? ''}
              maxLength={120}
              error={errorOf('title')}
              onChange={(event) =>
                onChange(
                  { title: event.currentTarget.value === '' ? undefined : event.currentTarget.value },
                  'title',
                )
              }
            />
            <Select
              label="Where it stands"
              value={part.section}
              error={errorOf('section')}
              onChange={(event) => {
                const section = keyOf(sectionWords, event.currentTarget.value)
                if (section) onChange({ section }, 'section')
              }}
            >
              {Object.entries(sectionWords).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
            <Select
              label="What it starts with"
              value={part.startsWith}
              error={errorOf('startsWith')}
              onChange={(event) => {
                const startsWith = keyOf(startWords, event.currentTarget.value)
                if (startsWith) onChange({ startsWith }, 'startsWith')
              }}
            >
              {Object.entries(startWords).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          </div>
          <TextArea
            label="Guidance"
            help="What to write and how, in one to three sentences. It stands beside the part while that is empty."
            rows={3}
            value={part.guidance}
            maxLength={800}
            error={errorOf('guidance')}
            onChange={(event) => onChange({ guidance: event.currentTarget.value }, 'guidance')}
          />
          <TextArea
            label="Quality bar"
            help="How a reader tells a good one: a question that can be answered yes or no."
            value={part.qualityBar}
            maxLength={300}
            error={errorOf('qualityBar')}
            onChange={(event) => onChange({ qualityBar: event.currentTarget.value }, 'qualityBar')}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Checkbox
              label="Required"
              checked={part.required}
              onChange={(event) => onChange({ required: event.currentTarget.checked }, 'required')}
            />
            <Button
              kind="bare"
              disabledReason={
                isFixed
                  ? 'Only an administrator can do this.'
                  : count === 1
                    ? 'A template needs at least one part.'
                    : undefined
              }
              onClick={onRemove}
            >
              Take out<span className="sr-only"> {name}</span>
            </Button>
          </div>
        </fieldset>
      )}
    </li>
  )
}

const lines = {
  none: '',
  above: 'shadow-[inset_0_2px_0_var(--accent)]',
  below: 'shadow-[inset_0_-2px_0_var(--accent)]',
}

function keyOf<Words extends Record<string, string>>(words: Words, value: string): keyof Words | undefined {
  return Object.keys(words).find((key) => key === value)
}
