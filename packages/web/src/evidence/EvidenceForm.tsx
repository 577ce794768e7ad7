import { evidenceKinds, provenances } from '@foreword/core/initiatives/answers'
import type { ReactNode } from 'react'
import { evidenceKindWords, provenanceWords } from '../initiatives/words.ts'
import { Field, Select, TextArea } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'

export interface EvidenceText {
  statement: string
  source: string
  date: string
  link: string
  kind: (typeof evidenceKinds)[number]
  provenance: (typeof provenances)[number]
}

interface Props {
  begin: EvidenceText
  onSubmit: (text: EvidenceText, form: HTMLFormElement) => void
  error: unknown
  actions: ReactNode
  /** What goes with it. */
  files?: ReactNode
}

/** One piece of evidence. What was found comes first: with that alone it can be kept, and the rest has a default. */
export function EvidenceForm({ begin, onSubmit, error, actions, files }: Props) {
  return (
    <Form
      error={error}
      safe="What you wrote is still here."
      actions={actions}
      onSubmit={(text, form) =>
        onSubmit(
          {
            statement: text('statement'),
            source: text('source'),
            date: text('date'),
            link: text('link'),
            kind: evidenceKinds.find((one) => one === text('kind')) ?? begin.kind,
            provenance: provenances.find((one) => one === text('provenance')) ?? begin.provenance,
          },
          form,
        )
      }
    >
      <TextArea
        label="What was found"
        name="statement"
        rows={3}
        maxLength={4000}
        defaultValue={begin.statement}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label="Source"
          name="source"
          maxLength={300}
          defaultValue={begin.source}
          help="An alias, or the name of the data: Grower 7, harbour log."
        />
        <Field label="Date" name="date" maxLength={300} defaultValue={begin.date} />
        <Select label="Kind" name="kind" defaultValue={begin.kind}>
          {evidenceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {evidenceKindWords[kind]}
            </option>
          ))}
        </Select>
        <Select label="How we know" name="provenance" defaultValue={begin.provenance}>
          {provenances.map((one) => (
            <option key={one} value={one}>
              {provenanceWords[one]}
            </option>
          ))}
        </Select>
      </div>
      <Field label="Link" name="link" type="url" inputMode="url" maxLength={2000} defaultValue={begin.link} />
      {files}
    </Form>
  )
}
