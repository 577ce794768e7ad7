import type { Kind, Part } from '../sheet/kind.ts'

/** What is edited of a kind; its id is written in documents and stays. */
export type Template = Pick<Kind, 'label' | 'purpose' | 'limits' | 'parts'>

export function templateOf({ label, purpose, limits, parts }: Kind): Template {
  return { label, purpose, limits, parts }
}

/** A template being edited, with the way back. `at` names what the last change was to, so that typing is one step. */
export interface Editing {
  now: Template
  past: readonly Template[]
  future: readonly Template[]
  at: string | null
}

export const begun = (template: Template): Editing => ({ now: template, past: [], future: [], at: null })

const MOST_STEPS = 200

/** A change; several to the same place after each other are taken back together. */
export function changed(editing: Editing, next: Template, at: string | null): Editing {
  if (at !== null && at === editing.at) return { ...editing, now: next, future: [] }
  return { now: next, past: [...editing.past, editing.now].slice(-MOST_STEPS), future: [], at }
}

export function undone({ now, past, future }: Editing): Editing {
  const before = past.at(-1)
  if (before === undefined) return { now, past, future, at: null }
  return { now: before, past: past.slice(0, -1), future: [now, ...future], at: null }
}

export function redone({ now, past, future }: Editing): Editing {
  const [next, ...rest] = future
  if (next === undefined) return { now, past, future, at: null }
  return { now: next, past: [...past, now], future: rest, at: null }
}

export const isChanged = (editing: Editing, saved: Template): boolean =>
  JSON.stringify(editing.now) !== JSON.stringify(saved)

export function withPart(template: Template, at: number, change: Partial<Part>): Template {
  return {
    ...template,
    parts: template.parts.map((part, index) => (index === at ? { ...part, ...change } : part)),
  }
}

/** A part goes to another place; `to` counts places after it was taken out. The appendix stays last. */
export function moved(template: Template, from: number, to: number): Template {
  const part = template.parts[from]
  if (part === undefined || to < 0 || to >= template.parts.length || from === to) return template
  const parts = template.parts.toSpliced(from, 1).toSpliced(to, 0, part)
  return { ...template, parts }
}

export function withoutPart(template: Template, at: number): Template {
  return { ...template, parts: template.parts.toSpliced(at, 1) }
}

/** A new part before the appendix. */
export function withNewPart(template: Template, id: string): Template {
  const appendix = template.parts.findIndex(({ section }) => section === 'appendix')
  const at = appendix === -1 ? template.parts.length : appendix
  const part: Part = {
    id,
    label: '',
    section: 'body',
    required: false,
    guidance: '',
    qualityBar: '',
    startsWith: 'paragraph',
  }
  return { ...template, parts: template.parts.toSpliced(at, 0, part) }
}

/** What a new kind begins with. */
export const blankTemplate: Template = {
  label: '',
  purpose: '',
  limits: { corePages: 6, pressReleasePages: null },
  parts: [
    {
      id: 'headline',
      label: 'Title',
      section: 'body',
      required: true,
      guidance: 'Say what this is about, so that a reader knows whether it is for them.',
      qualityBar: 'Would a reader know from the title alone whether to read on?',
      startsWith: 'heading',
    },
  ],
}
