import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../../api.ts'
import { absolute } from '../../people/absolute.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Section } from '../../ui/Page.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'

/** One's own meetings in one's own calendar: a secret address, shown once, that can be changed and ended. */
export function CalendarAddress() {
  const calendar = useQuery(api.meetings.calendar.queryOptions())
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.meetings.calendar.key() })
  const make = useMutation(api.meetings.makeCalendar.mutationOptions({ onSuccess: refresh }))
  const end = useMutation(
    api.meetings.endCalendar.mutationOptions({
      onSuccess: () => {
        make.reset()
        return refresh()
      },
    }),
  )
  if (!calendar.data) return null
  const { since } = calendar.data
  return (
    <Section title="In your calendar">
      <div className="max-w-measure">
        {make.data ? (
          <>
            <CopyField label="Your calendar’s address" autoFocus value={absolute(make.data.link)} />
            <p className="mt-3 text-ink-2">
              Subscribe to it in your calendar. Whoever has it sees your meetings, so it is shown only now.
            </p>
          </>
        ) : (
          <p className="text-ink-2">
            {since === null ? (
              'Your calendar can follow your meetings by an address of its own, which you may end at any time.'
            ) : (
              <>
                Your calendar follows your meetings since <RelativeTime at={since} />. A new address ends the
                one before.
              </>
            )}
          </p>
        )}
        <div className="mt-4 flex flex-wrap gap-2">
          <Button busy={make.isPending} onClick={() => make.mutate(undefined)}>
            {since === null ? 'Make an address' : 'Make a new address'}
          </Button>
          {since !== null && (
            <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>
              End it
            </Button>
          )}
        </div>
        <Refused error={make.error ?? end.error} className="mt-3" />
      </div>
    </Section>
  )
}
