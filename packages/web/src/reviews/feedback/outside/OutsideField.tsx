import { useMe } from '../../../people/me.ts'
import { fieldErrors } from '../../../refusal.ts'
import { TextArea } from '../../../ui/Field.tsx'

interface Props {
  text: string
  onChange: (text: string) => void
  /** What the server said of the request. */
  error: unknown
}

/** Addresses of people without an account, where letters can reach them. */
export function OutsideField({ text, onChange, error }: Props) {
  const { sendsMail, workspace } = useMe()
  const { outsideReaders, outsideGraceDays } = workspace.settings
  const why = !outsideReaders
    ? 'Your company asks nobody without an account.'
    : !sendsMail
      ? 'There is no mail server, so nobody outside can be written to.'
      : undefined
  if (why !== undefined)
    return (
      <p className="text-small text-ink-2">
        <span className="font-medium text-ink">People without an account.</span> {why}
      </p>
    )
  const wrong = Object.entries(fieldErrors(error)).find(([field]) => field.startsWith('outside'))?.[1]
  return (
    <TextArea
      label="People without an account"
      value={text}
      error={wrong}
      placeholder="Gil Moreau <gil@harbour.example>"
      help={`One address on each line. A letter brings them to this document and to nothing else, ${until(outsideGraceDays)}; they take nothing out.`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const until = (days: number) =>
  days === 0 ? 'until its day is over' : `until ${days === 1 ? 'a day' : `${days} days`} after its day`
