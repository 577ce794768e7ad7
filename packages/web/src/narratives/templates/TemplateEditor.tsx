import { type KeyboardEvent, useEffect, useState } from 'react'
import { freshId } from '../../people/freshId.ts'
import { fieldErrors } from '../../refusal.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Section } from '../../ui/Page.tsx'
import {
  begun,
  changed,
  isChanged,
  moved,
  redone,
  type Template,
  undone,
  withNewPart,
  withoutPart,
  withPart,
} from './editing.ts'
import { PageLimit } from './PageLimit.tsx'
import { PartCards } from './PartCards.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'

interface Props {
  saved: Template
  disabledReason: string | undefined
  error: unknown
  busy: boolean
  act: string
  onSave: (template: Template) => Promise<Template>
}

/** A template with everything in it that may be changed. Nothing is kept before the button is pressed. */
export function TemplateEditor({ saved, disabledReason, error, busy, act, onSave }: Props) {
  const [editing, setEditing] = useState(() => begun(saved))
  const { now } = editing
  const dirty = isChanged(editing, saved)
  const errors = fieldErrors(error)
  const said = (field: string) => errors[`template.${field}`]
  const change = (next: Template, at: string | null = null) =>
    setEditing((before) => changed(before, next, at))
  useWarning(dirty)

  const save = async () => {
    try {
      const kept = await onSave(now)
      setEditing((before) => (before.now === now ? { ...before, now: kept } : before))
    } catch {
      // said below, and at the fields that it names; the first of them is where to go on
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const step = key === 'z' ? (event.shiftKey ? redone : undone) : key === 'y' ? redone : undefined
    if (step === undefined) return
    event.preventDefault()
    setEditing(step)
  }
  const addPart = () => {
    const ids = now.parts.map(({ id }) => id)
    change(withNewPart(now, freshId('part', ids)))
  }

  return (
    <div className="mt-6 gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo works wherever in it the cursor is */}
      <div onKeyDown={onKeyDown}>
        <fieldset disabled={disabledReason !== undefined} className="flex min-w-0 flex-col gap-5">
          <legend className="sr-only">The template</legend>
          <Field
            label="Name"
            value={now.label}
            maxLength={60}
            error={said('label')}
            onChange={(event) => change({ ...now, label: event.currentTarget.value }, 'label')}
          />
          <TextArea
            label="What it is for"
            help="One sentence for a person choosing what to write."
            value={now.purpose}
            maxLength={300}
            error={said('purpose')}
            onChange={(event) => change({ ...now, purpose: event.currentTarget.value }, 'purpose')}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <PageLimit
              label="Pages at most"
              help="Without the appendix. A limit is said, and stops nobody."
              pages={now.limits.corePages}
              error={said('limits.corePages')}
              onChange={(corePages) => change({ ...now, limits: { ...now.limits, corePages } }, 'corePages')}
            />
            {(now.limits.pressReleasePages !== null ||
              now.parts.some(({ section }) => section === 'press-release')) && (
              <PageLimit
                label="Press release at most"
                help="Of the parts that stand in it."
                pages={now.limits.pressReleasePages}
                error={said('limits.pressReleasePages')}
                onChange={(pressReleasePages) =>
                  change({ ...now, limits: { ...now.limits, pressReleasePages } }, 'pressReleasePages')
                }
              />
            )}
          </div>
        </fieldset>
        <Section title="Parts" note={`${now.parts.length}, in their order`}>
          <PartCards
            parts={now.parts}
            isFixed={disabledReason !== undefined}
            errorOf={(at, field) => said(`parts.${at}.${field}`)}
            onChange={(at, part, field) => change(withPart(now, at, part), `${now.parts[at]?.id} ${field}`)}
            onMove={(from, to) => change(moved(now, from, to))}
            onRemove={(at) => change(withoutPart(now, at))}
          />
          {said('parts') && <p className="mt-2 text-small text-red">{said('parts')}</p>}
          <Button className="mt-3" disabledReason={disabledReason} onClick={addPart}>
            Add a part
          </Button>
        </Section>
        <div className="sticky bottom-0 mt-8 border-t border-rule bg-paper/95 py-3 backdrop-blur-sm">
          {Boolean(error) && Object.keys(errors).length === 0 && (
            <ErrorNote className="mb-3" error={error} safe="What you changed is still here." />
          )}
          {Object.keys(errors).length > 0 && (
            <p role="alert" className="mb-3 text-small text-red">
              Nothing was kept yet: what is marked above says what it needs.
            </p>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              kind="go"
              busy={busy}
              disabledReason={disabledReason ?? (dirty ? undefined : 'Nothing has changed.')}
              onClick={() => void save()}
            >
              {act}
            </Button>
            <Button
              kind="bare"
              disabledReason={editing.past.length === 0 ? 'There is nothing to take back.' : undefined}
              onClick={() => setEditing(undone)}
            >
              Undo
            </Button>
            <Button
              kind="bare"
              disabledReason={editing.future.length === 0 ? 'Nothing was taken back.' : undefined}
              onClick={() => setEditing(redone)}
            >
              Redo
            </Button>
            <span role="status" className="text-small text-ink-2">
              {dirty && 'Not kept yet'}
            </span>
          </div>
        </div>
      </div>
      <TemplatePreview template={now} />
    </div>
  )
}

/** Leaving with something not kept is asked about. */
function useWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
}
