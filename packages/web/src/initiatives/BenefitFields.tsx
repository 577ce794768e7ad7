import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'
import { LiveArea } from './LiveField.tsx'

const MOST = 12

export function BenefitFields({
  answering: { value, write, saver, beside },
  readOnly,
}: FieldsProps<'benefit'>) {
  const { primary, others } = value
  const replace = (at: number, text: string) =>
    write({ others: others.map((other, n) => (n === at ? text : other)) })
  /** The one above comes down in its place; above the first stands the primary benefit itself. */
  const raise = (at: number) => {
    const [one = '', above = primary] = [others[at], others[at - 1]]
    const next = others.map((other, n) => (n === at ? above : n === at - 1 ? one : other))
    write(at === 0 ? { primary: one.slice(0, 300), others: next } : { others: next })
  }
  return (
    <>
      <LiveArea
        label="The one benefit"
        readOnly={readOnly}
        onBlur={saver.flush}
        maxLength={4000}
        value={primary}
        className="font-text text-read"
        onWrite={(words) => write({ primary: words })}
        beside={beside('primary')}
      />
      {others.length > 0 && (
        <ol aria-label="Further benefits, the most valued first" className="flex flex-col gap-2">
          {others.map((other, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a benefit is known by its rank
            <li key={at} className="flex flex-wrap items-start gap-x-2">
              <div className="min-w-0 flex-1 basis-60">
                <Field
                  label={`Benefit ${at + 2}`}
                  hideLabel
                  readOnly={readOnly}
                  onBlur={saver.flush}
                  maxLength={300}
                  value={other}
                  autoFocus={other === '' && at === others.length - 1 && !readOnly}
                  onChange={(event) => replace(at, event.currentTarget.value)}
                />
              </div>
              {!readOnly && (
                <div className="-ml-2.5 flex sm:ml-0">
                  <Button kind="bare" className="px-2.5" onClick={() => raise(at)}>
                    {at === 0 ? 'Make it the one' : 'Higher'}
                    <span className="sr-only">: {other || `benefit ${at + 2}`}</span>
                  </Button>
                  <Button
                    kind="bare"
                    className="px-2.5"
                    onClick={() => write({ others: others.filter((_, n) => n !== at) })}
                  >
                    Remove<span className="sr-only">: {other || `benefit ${at + 2}`}</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {!readOnly && (
        <div>
          <Button
            kind="bare"
            className="-ml-3.5"
            disabledReason={
              others.length >= MOST
                ? 'Twelve are enough.'
                : others.includes('')
                  ? 'Fill the empty line first.'
                  : undefined
            }
            onClick={() => write({ others: [...others, ''] })}
          >
            Add a further benefit
          </Button>
        </div>
      )}
    </>
  )
}
