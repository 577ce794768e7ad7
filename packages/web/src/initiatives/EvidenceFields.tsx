import {
  type EvidenceItem,
  evidenceKinds,
  mostEntries,
  provenances,
} from '@foreword/core/initiatives/answers'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'
import { LiveArea, LiveField } from './LiveField.tsx'
import { evidenceKindWords, newEntryId, provenanceWords } from './words.ts'
import type { Beside } from './writing.tsx'

export function EvidenceFields({
  answering: { value, write, saver, beside },
  readOnly,
}: FieldsProps<'evidence'>) {
  const remove = (item: EvidenceItem) => {
    write({ removed: [item.id] })
    saver.flush()
    // by its own id, so that what is linked to it is linked again
    notifyUndo('A piece of evidence is removed.', () => write({ items: [item] }))
  }
  return (
    <>
      {value.items.length > 0 && (
        <ol className="flex flex-col gap-6">
          {value.items.map((item, at) => (
            <li key={item.id}>
              <Piece
                item={item}
                name={`evidence ${at + 1}`}
                readOnly={readOnly}
                write={write}
                beside={(field) => beside(`items/${item.id}/${field}`)}
                onBlur={saver.flush}
                onRemove={() => remove(item)}
              />
            </li>
          ))}
        </ol>
      )}
      {!readOnly && (
        <div>
          <Button
            disabledReason={
              value.items.length >= mostEntries.evidence
                ? 'The answer shows the first 60. Gather more under Evidence.'
                : undefined
            }
            onClick={() => write({ items: [{ id: newEntryId(), kind: 'interview' }] })}
          >
            Add evidence
          </Button>
        </div>
      )}
    </>
  )
}

interface PieceProps {
  item: EvidenceItem
  name: string
  readOnly: boolean
  write: FieldsProps<'evidence'>['answering']['write']
  beside: (field: string) => Beside
  onBlur: () => void
  onRemove: () => void
}

function Piece({ item, name, readOnly, write, beside, onBlur, onRemove }: PieceProps) {
  const change = (fields: Partial<EvidenceItem>) => write({ items: [{ id: item.id, ...fields }] })
  const typed = { readOnly, onBlur }
  return (
    <fieldset className="flex flex-col gap-3 border-l-2 border-rule-2 pl-4">
      <legend className="sr-only">{name}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={
            <>
              Kind<span className="sr-only"> of {name}</span>
            </>
          }
          disabled={readOnly}
          value={item.kind}
          onChange={({ currentTarget }) => {
            const kind = evidenceKinds.find((one) => one === currentTarget.value)
            if (kind) change({ kind })
          }}
        >
          {evidenceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {evidenceKindWords[kind]}
            </option>
          ))}
        </Select>
        <Select
          label={
            <>
              How we know<span className="sr-only"> {name}</span>
            </>
          }
          disabled={readOnly}
          value={item.provenance}
          onChange={({ currentTarget }) => {
            const provenance = provenances.find((one) => one === currentTarget.value)
            if (provenance) change({ provenance })
          }}
        >
          {provenances.map((provenance) => (
            <option key={provenance} value={provenance}>
              {provenanceWords[provenance]}
            </option>
          ))}
        </Select>
      </div>
      <LiveArea
        label="What was found"
        {...typed}
        maxLength={4000}
        value={item.statement}
        help={
          item.kind === 'anecdote'
            ? 'An anecdote: it may begin a search, and proves nothing by itself.'
            : undefined
        }
        onWrite={(words) => change({ statement: words })}
        beside={beside('statement')}
      />
      <div className="grid gap-3 sm:grid-cols-[1fr_9rem_auto] sm:items-end">
        <LiveField
          label="Source"
          {...typed}
          maxLength={300}
          value={item.source}
          placeholder="Calls with twelve growers"
          onWrite={(words) => change({ source: words })}
          beside={beside('source')}
        />
        <LiveField
          label="Date"
          {...typed}
          maxLength={300}
          value={item.date}
          placeholder="May 2027"
          onWrite={(words) => change({ date: words })}
          beside={beside('date')}
        />
        {!readOnly && (
          <Button kind="bare" className="justify-self-start px-2.5" onClick={onRemove}>
            Remove<span className="sr-only"> {name}</span>
          </Button>
        )}
      </div>
    </fieldset>
  )
}
