import { paths } from '../paths.ts'
import { isRefusal, refusalOf } from '../refusal.ts'
import { Button } from './Button.tsx'

interface Props {
  error: unknown
  /** What is safe, when the page knows it better: “Your answer is still in the box.” */
  safe?: string | undefined
  /** Does the same again. */
  retry?: (() => void) | undefined
  className?: string
}

/** What happened, what is safe, what to do: the one way an error is shown. */
export function ErrorNote({ error, safe, retry, className = '' }: Props) {
  const refusal = refusalOf(error)
  const words = {
    refused: { what: refusal.kind === 'refused' ? refusal.message : '', safe: undefined, act: undefined },
    unreachable: {
      what: 'Foreword did not answer.',
      safe: 'What you see and typed is still here.',
      act: 'It is tried again by itself as soon as the connection is back.',
    },
    broken: {
      what: 'Something broke on our side.',
      safe: 'Nothing was half-done.',
      act: 'Try again. If it stays, the server’s log has the cause.',
    },
  }[refusal.kind]
  const details = [safe ?? words.safe, retry || refusal.kind === 'broken' ? words.act : undefined].filter(
    Boolean,
  )
  return (
    <div role="alert" className={`rounded border border-red/25 bg-red-wash px-3.5 py-2.5 ${className}`}>
      <p className="font-medium text-red">{words.what}</p>
      {details.length > 0 && <p className="mt-0.5 text-small text-ink-2">{details.join(' ')}</p>}
      {isRefusal(error, 'not-signed-in') && (
        // in a tab of its own, so that what was typed here is not lost
        <p className="mt-1 text-small">
          <a
            href={paths.signIn()}
            target="_blank"
            rel="noreferrer"
            className="text-accent underline underline-offset-3"
          >
            Sign in in another tab
          </a>
          <span className="text-ink-2">, then come back and try again.</span>
        </p>
      )}
      {retry && (
        <Button kind="plain" className="mt-2.5" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  )
}
