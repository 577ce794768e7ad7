import { type Kind, labelOf } from '../sheet/kind.ts'
import { type Preview, say } from './saying.ts'

interface Props {
  preview: Preview
  kind: Kind | undefined
}

type Change = Preview['changes'][number]

/** What a Word file would change: words struck and added in their places, what was said, and what was not matched. */
export function WordPreview({ preview, kind }: Props) {
  const { changes, comments, clashes, suggestions } = preview
  return (
    <section aria-label="What would change" className="flex flex-col gap-3">
      <p role="status" className="font-medium">
        {say.summary(preview)}
      </p>
      {say.remarks(preview).map((remark) => (
        <p key={remark} className="text-small text-ink-2">
          {remark}
        </p>
      ))}
      {changes.length + comments.length + clashes.length + suggestions.length > 0 && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
          tabIndex={0}
          aria-label="Changes and comments"
          className="max-h-[45dvh] overflow-y-auto rounded border border-rule px-4 py-3"
        >
          {changes.map((change, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made once and never reordered
            <Changed key={at} change={change} label={labelOf(kind, change.part)} />
          ))}
          {suggestions.map(({ author, runs }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made once and never reordered
            <div key={at} className="mb-3">
              <p className="text-tiny text-ink-3">Suggested by {author || 'somebody'} in Word</p>
              <p className="font-text whitespace-pre-wrap wrap-break-word">
                <Runs runs={runs} />
              </p>
            </div>
          ))}
          {clashes.map(({ draft, word }) => (
            <div key={`${draft} ${word}`} className="mb-3">
              <p className="text-tiny text-amber">Changed on both sides</p>
              <p className="font-text">{draft || '(deleted here)'}</p>
              <p className="font-text text-ink-2">In Word: {word || '(deleted)'}</p>
            </div>
          ))}
          {comments.map(({ author, text, quote, becomes }) => (
            <div key={`${author} ${text}`} className="mb-3 border-l-2 border-rule-2 pl-3 text-small">
              <p>
                <span className="font-medium">{author || 'Somebody'}</span>
                <span className="text-ink-3"> in Word · {becoming[becomes]}</span>
              </p>
              {quote && <p className="font-text text-ink-2">“{quote}”</p>}
              {!quote && becomes === 'comment' && (
                <p className="text-tiny text-amber">
                  On no words of the text: it comes in for the whole draft.
                </p>
              )}
              <p className="whitespace-pre-wrap wrap-break-word">{text}</p>
            </div>
          ))}
        </section>
      )}
    </section>
  )
}

const becoming: Record<Preview['comments'][number]['becomes'], string> = {
  comment: 'a comment',
  reply: 'a reply',
  'answer-to-a-question': 'a comment on the question it replies to',
}

const kinds: Record<Change['kind'], string> = {
  changed: 'changed',
  added: 'new',
  removed: 'struck',
  'set-otherwise': 'set otherwise',
}

function Changed({ change, label }: { change: Change; label: string }) {
  return (
    <div className="mb-3">
      <p className="text-tiny text-ink-3">
        {label} · {kinds[change.kind]}
      </p>
      <p className="font-text whitespace-pre-wrap wrap-break-word">
        <Runs runs={change.runs} />
      </p>
    </div>
  )
}

function Runs({ runs }: { runs: Change['runs'] }) {
  return runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison are made once
    <Words key={at} run={run} />
  ))
}

function Words({ run: { kind, text } }: { run: Change['runs'][number] }) {
  if (kind === 'added')
    return <ins className="bg-accent-wash text-ink underline decoration-accent">{text}</ins>
  return kind === 'removed' ? <del className="text-red line-through">{text}</del> : text
}
