import type { DraftFinding } from '@foreword/core/narratives/checks'

interface Props {
  finding: DraftFinding
  atHand: boolean
  onPick: () => void
  onUse: () => void
  onDismiss: () => void
}

const severities = { 'must-fix': 'Must fix', consider: 'Consider' } as const

/** One sentence why and one proposal, beside the words they are about. */
export function FindingNote({ finding, atHand, onPick, onUse, onDismiss }: Props) {
  const { severity, message, repair } = finding
  return (
    <article
      aria-label={`${severities[severity]}: ${message}`}
      className={`border-l-2 border-dotted py-0.5 pl-3.5 text-small transition-colors ${atHand ? 'border-accent' : 'border-rule-3'}`}
    >
      <p>
        <button
          type="button"
          onClick={onPick}
          className={`rounded-small text-left font-medium hover:text-accent ${severity === 'must-fix' ? 'text-amber' : 'text-ink-2'}`}
        >
          {severities[severity]}
        </button>
      </p>
      <p className="mt-0.5 text-ink-2 wrap-break-word">{message}</p>
      <Proposal finding={finding} />
      <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1">
        {repair.kind !== 'act' && (
          <Act onPress={onUse}>{repair.kind === 'question' ? 'Ask it' : 'Use it'}</Act>
        )}
        <Act onPress={onDismiss}>Not here</Act>
      </p>
    </article>
  )
}

/** A longer quote stands on the sheet beside it, and need not be struck out here as well. */
const SHORT_QUOTE = 60

function Proposal({ finding: { repair, quote } }: { finding: DraftFinding }) {
  if (repair.kind === 'act') return <p className="mt-1 text-ink-2">{repair.act}</p>
  const words = repair.kind === 'question' ? repair.question : repair.wording
  return (
    <p className="mt-1 font-text text-[0.875rem] wrap-break-word">
      {repair.kind === 'wording' && quote.length <= SHORT_QUOTE && (
        <>
          <del className="text-ink-3">{quote}</del>{' '}
        </>
      )}
      <ins className="text-accent no-underline">{words === '' ? '(nothing)' : words}</ins>
    </p>
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
