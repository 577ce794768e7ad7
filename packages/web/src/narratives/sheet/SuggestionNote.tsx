import type { Suggestion } from '@foreword/document/suggestions/list'
import { writerClass } from '@foreword/document/suggestions/stamp'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { sayChange } from './say-suggestion.ts'

interface Props {
  suggestion: Suggestion
  /** Who proposes it. */
  name: string
  atHand: boolean
  mayDecide: boolean
  onPick: () => void
  onDecide: (verdict: 'accept' | 'reject') => void
}

/** One proposal in the margin: who, what would be, and yes or no. */
export function SuggestionNote({ suggestion, name, atHand, mayDecide, onPick, onDecide }: Props) {
  return (
    <article
      aria-label={`Suggestion by ${name}`}
      aria-current={atHand}
      className={`border-l-2 py-0.5 pl-3.5 text-small ${writerClass(suggestion.by)} ${atHand ? 'border-[var(--writer)]' : 'border-rule-2'}`}
    >
      <p>
        <button
          type="button"
          onClick={onPick}
          className="rounded-small text-left font-medium hover:text-accent"
        >
          {name}
        </button>
        <span className="text-ink-3">
          {' '}
          · suggests · <RelativeTime at={suggestion.at} />
        </span>
      </p>
      <p className="mt-0.5 font-text text-[0.875rem] wrap-break-word text-ink-2">
        {suggestion.changes.map((change, at) => {
          const said = sayChange(change)
          const Tag = said.kind === 'says' ? 'span' : said.kind
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one proposal have no name but their place
            <Tag key={at} className={said.kind === 'ins' ? 'text-ink underline' : undefined}>
              {said.words}
              {at < suggestion.changes.length - 1 && ' '}
            </Tag>
          )
        })}
      </p>
      {mayDecide && (
        <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1">
          <Act onPress={() => onDecide('accept')}>Accept</Act>
          <Act onPress={() => onDecide('reject')}>Reject</Act>
        </p>
      )}
    </article>
  )
}

interface AllProps {
  count: number
  mayDecide: boolean
  onDecide: (verdict: 'accept' | 'reject') => void
  onStep: (step: 1 | -1) => void
}

/** At the head of the margin: all of them at once, or one after the other. */
export function AllSuggestions({ count, mayDecide, onDecide, onStep }: AllProps) {
  return (
    <section aria-label="All suggestions" className="text-small text-ink-2">
      <p>
        {count} {count === 1 ? 'suggestion' : 'suggestions'} open. Pages are counted as if accepted.
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1">
        <Act onPress={() => onStep(1)}>Next</Act>
        <Act onPress={() => onStep(-1)}>Previous</Act>
        {mayDecide && (
          <>
            <Act onPress={() => onDecide('accept')}>Accept all</Act>
            <Act onPress={() => onDecide('reject')}>Reject all</Act>
          </>
        )}
      </p>
    </section>
  )
}

function Act({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="rounded-small text-accent underline-offset-3 hover:underline pointer-coarse:py-2"
    >
      {children}
    </button>
  )
}
