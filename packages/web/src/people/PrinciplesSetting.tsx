import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field, TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { List, Row, Section } from '../ui/Page.tsx'
import { freshId } from './freshId.ts'
import { type Settings, useSettings } from './useSettings.ts'

type Principle = Settings['principles'][number]

export function PrinciplesSetting() {
  const { settings, change } = useSettings()
  const principles = settings.principles
  const [editing, setEditing] = useState<Principle | 'new' | null>(null)

  const save = (label: string, meaning: string) => {
    setEditing(null)
    if (editing === 'new') {
      const id = freshId(
        label,
        principles.map((principle) => principle.id),
      )
      void change({ principles: [...principles, { id, label, meaning }] }, `“${label}” is added.`)
    } else if (editing)
      void change(
        {
          principles: principles.map((other) =>
            other.id === editing.id ? { ...other, label, meaning } : other,
          ),
        },
        `“${label}” is kept.`,
      )
  }
  return (
    <Section title="Leadership principles" note="a comment or a decision can cite one">
      <List label="Leadership principles">
        {principles.map((principle) => (
          <Row
            key={principle.id}
            detail={principle.meaning}
            aside={
              <>
                <Button kind="bare" onClick={() => setEditing(principle)}>
                  Edit<span className="sr-only"> {principle.label}</span>
                </Button>
                <Button
                  kind="bare"
                  onClick={() =>
                    void change(
                      { principles: principles.filter(({ id }) => id !== principle.id) },
                      `“${principle.label}” is removed.`,
                    )
                  }
                >
                  Remove<span className="sr-only"> {principle.label}</span>
                </Button>
              </>
            }
          >
            {principle.label}
          </Row>
        ))}
      </List>
      <Button className="mt-3" onClick={() => setEditing('new')}>
        Add a principle
      </Button>
      {editing && (
        <Dialog
          title={editing === 'new' ? 'A principle' : editing.label}
          open
          onClose={() => setEditing(null)}
        >
          <Form
            onSubmit={(text) =>
              text('label').trim() !== '' && save(text('label').trim(), text('meaning').trim())
            }
            actions={
              <>
                <Button kind="go" type="submit">
                  Keep
                </Button>
                <Button kind="bare" onClick={() => setEditing(null)}>
                  Cancel
                </Button>
              </>
            }
          >
            <Field
              label="In a few words"
              name="label"
              autoFocus
              maxLength={80}
              defaultValue={editing === 'new' ? '' : editing.label}
            />
            <TextArea
              label="What it means here"
              name="meaning"
              rows={3}
              maxLength={600}
              defaultValue={editing === 'new' ? '' : editing.meaning}
            />
          </Form>
        </Dialog>
      )}
    </Section>
  )
}
