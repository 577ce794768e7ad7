import type { CsvProblem } from '@foreword/core/evidence/csv'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import type { Idea } from '../initiatives/idea.ts'
import { isRefusal } from '../refusal.ts'
import { buttonClass } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { evidenceChanged } from './evidence.ts'

/** A table from elsewhere: all of it comes in, or nothing, with the cells to change. */
export function ImportTable({ idea }: { idea: Idea }) {
  const [said, setSaid] = useState('')
  const bring = useMutation(
    api.evidence.importCsv.mutationOptions({
      onMutate: () => setSaid(''),
      onSuccess({ count }) {
        setSaid(count === 1 ? 'One piece was brought in.' : `${count} pieces were brought in.`)
        evidenceChanged(idea.id)
      },
    }),
  )
  return (
    <div className="mt-8 border-t border-rule pt-5 text-small">
      <h3 className="font-medium">Many at once</h3>
      <p className="mt-1 mb-3 text-ink-2">
        A CSV file with a column headed <i>statement</i>, and if you like <i>kind</i> (interview, data,
        experiment, market, anecdote), <i>source</i>, <i>date</i>, <i>provenance</i> (observed, reported,
        assumed) and <i>link</i>.
      </p>
      <label className={buttonClass('plain', 'focus-within:outline-2 focus-within:outline-accent')}>
        {bring.isPending ? 'Bringing in…' : 'Choose a file'}
        <input
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          disabled={bring.isPending}
          onChange={({ currentTarget: input }) => {
            const [file] = input.files ?? []
            // the same file, changed, can be chosen again
            void file?.text().then((csv) => {
              input.value = ''
              bring.mutate({ initiativeId: idea.id, csv })
            })
          }}
        />
      </label>
      <p role="status" className="mt-2 text-ink-2">
        {said}
      </p>
      {bring.isError && <ErrorNote className="mt-3" error={bring.error} />}
      <ul aria-label="What is not right" className="mt-2">
        {problemsIn(bring.error).map(({ row, field, message }) => (
          <li key={`${row} ${field} ${message}`} className="border-b border-rule py-1.5">
            Row {row}, {field}: {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

function problemsIn(error: unknown): CsvProblem[] {
  if (!isRefusal(error, 'not-a-table-of-evidence')) return []
  // the contract gives this refusal these data
  return (error as { data: { problems: CsvProblem[] } }).data.problems
}
