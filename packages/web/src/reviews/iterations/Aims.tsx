import type { Iteration } from './iterations.ts'

/** What an iteration said before it started, beside its objective. */
export function Aims({ iteration: { tests, expects, parent, edition } }: { iteration: Iteration }) {
  return (
    <dl className="mt-1.5 max-w-measure text-small text-ink-2 [&_dd]:font-text [&_dd]:wrap-break-word">
      {tests && (
        <div className="flex gap-1.5">
          <dt className="shrink-0">{tests.what === 'assumption' ? 'Tests' : 'Asks'}</dt>
          <dd>“{tests.said}”</dd>
        </div>
      )}
      <div className="flex gap-1.5">
        <dt className="shrink-0">To learn</dt>
        <dd>{expects}</dd>
      </div>
      {parent && (
        <div className="flex gap-1.5">
          <dt className="shrink-0">From</dt>
          <dd>
            {edition && `edition ${edition.number} of `}
            {parent.title || 'a document without a headline'}
          </dd>
        </div>
      )}
    </dl>
  )
}
