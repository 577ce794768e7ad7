import { mostEntries, type Picture, pictureKinds } from '@foreword/core/initiatives/answers'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'
import { LiveField } from './LiveField.tsx'
import { RichArea } from './rich/RichArea.tsx'
import { newEntryId, pictureKindWords } from './words.ts'
import type { Beside } from './writing.tsx'

export function ExperienceFields({
  answering: { value, write, saver, beside },
  readOnly,
}: FieldsProps<'experience'>) {
  const remove = (link: Picture) => {
    write({ removed: [link.id] })
    saver.flush()
    notifyUndo('A picture is removed.', () => write({ links: [link] }))
  }
  return (
    <>
      <RichArea
        label="Step by step, from the customer’s side"
        readOnly={readOnly}
        onBlur={saver.flush}
        maxLength={12_000}
        value={value.description}
        className="min-h-32 font-text text-read"
        onWrite={(words) => write({ description: words })}
        beside={beside('description')}
      />
      {value.links.length > 0 && (
        <ol aria-label="Pictures" className="flex flex-col gap-4">
          {value.links.map((link, at) => (
            <li key={link.id}>
              <PictureLink
                link={link}
                name={`picture ${at + 1}`}
                readOnly={readOnly}
                write={write}
                beside={(field) => beside(`links/${link.id}/${field}`)}
                onBlur={saver.flush}
                onRemove={() => remove(link)}
              />
            </li>
          ))}
        </ol>
      )}
      {!readOnly && (
        <div>
          <Button
            disabledReason={value.links.length >= mostEntries.experience ? 'The list is full.' : undefined}
            onClick={() => write({ links: [{ id: newEntryId(), kind: 'sketch' }] })}
          >
            Link a picture
          </Button>
        </div>
      )}
    </>
  )
}

interface PictureProps {
  link: Picture
  name: string
  readOnly: boolean
  write: FieldsProps<'experience'>['answering']['write']
  beside: (field: string) => Beside
  onBlur: () => void
  onRemove: () => void
}

function PictureLink({ link, name, readOnly, write, beside, onBlur, onRemove }: PictureProps) {
  const change = (fields: Partial<Picture>) => write({ links: [{ id: link.id, ...fields }] })
  const address = link.address.trim()
  // anything else (javascript:, data:) is shown as text and never followed
  const opens = /^https?:\/\/\S+$/i.test(address)
  return (
    <fieldset className="border-l-2 border-rule-2 pl-4">
      <legend className="sr-only">{name}</legend>
      <div className="grid gap-3 sm:grid-cols-[11rem_1fr]">
        <Select
          label={
            <>
              Kind<span className="sr-only"> of {name}</span>
            </>
          }
          disabled={readOnly}
          value={link.kind}
          onChange={({ currentTarget }) => {
            const kind = pictureKinds.find((one) => one === currentTarget.value)
            if (kind) change({ kind })
          }}
        >
          {pictureKinds.map((kind) => (
            <option key={kind} value={kind}>
              {pictureKindWords[kind]}
            </option>
          ))}
        </Select>
        <LiveField
          label="What it shows"
          readOnly={readOnly}
          onBlur={onBlur}
          maxLength={300}
          value={link.title}
          onWrite={(words) => change({ title: words })}
          beside={beside('title')}
        />
      </div>
      <div className="mt-3 flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <LiveField
            label="Link"
            type="url"
            inputMode="url"
            readOnly={readOnly}
            onBlur={onBlur}
            maxLength={2000}
            value={link.address}
            placeholder="https://"
            onWrite={(words) => change({ address: words })}
            beside={beside('address')}
          />
        </div>
        {opens && (
          <a
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            className="px-1 py-2 text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
          >
            Open<span className="sr-only"> {link.title || name} in a new tab</span>
          </a>
        )}
        {!readOnly && (
          <Button kind="bare" className="px-2.5" onClick={onRemove}>
            Remove<span className="sr-only"> {name}</span>
          </Button>
        )}
      </div>
    </fieldset>
  )
}
