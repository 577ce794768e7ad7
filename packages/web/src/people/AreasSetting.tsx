import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { freshId } from './freshId.ts'
import { TextSetting } from './settingControls.tsx'
import { useSettings } from './useSettings.ts'

export function AreasSetting() {
  const { settings, change } = useSettings()
  const areas = settings.functionalAreas
  const [added, setAdded] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const label = added.trim()
    if (label === '') return
    const id = freshId(
      label,
      areas.map((area) => area.id),
    )
    setAdded('')
    void change({ functionalAreas: [...areas, { id, label }] }, `${label} is added.`)
  }
  return (
    <Section title="Functional areas" note="the views a room should hold">
      <ul className="border-b border-rule">
        {areas.map((area) => (
          <li key={area.id} className="flex items-center justify-between gap-3 border-t border-rule py-1.5">
            <TextSetting
              label="Name of the area"
              value={area.label}
              quiet
              onChange={(label) =>
                void change(
                  {
                    functionalAreas: areas.map((other) =>
                      other.id === area.id ? { ...other, label } : other,
                    ),
                  },
                  `The area is called ${label} now.`,
                )
              }
            />
            <Button
              kind="bare"
              onClick={() =>
                void change(
                  { functionalAreas: areas.filter(({ id }) => id !== area.id) },
                  `${area.label} is removed.`,
                )
              }
            >
              Remove<span className="sr-only"> {area.label}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="mt-3 flex max-w-form gap-2">
        <div className="flex-1">
          <Field
            label="Another area"
            hideLabel
            placeholder="Another area"
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
          />
        </div>
        <Button type="submit">Add</Button>
      </form>
    </Section>
  )
}
