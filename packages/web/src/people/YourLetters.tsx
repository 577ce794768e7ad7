import { DAILY_AT, letterKindLabels, letterKinds } from '@foreword/core/people/letters'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { paths } from '../paths.ts'
import { notify } from '../shell/notices.ts'
import { Checkbox } from '../ui/Choice.tsx'
import { Section, TextLink } from '../ui/Page.tsx'
import { Refused } from '../ui/Refused.tsx'

/** One's own: which letters come by e-mail. */
export function YourLetters() {
  const { queryKey } = api.people.letterChoices.queryOptions()
  const { data: choices } = useQuery(api.people.letterChoices.queryOptions())
  const choose = useMutation(
    api.people.chooseLetters.mutationOptions({
      onSuccess(chosen) {
        queryClient.setQueryData(queryKey, chosen)
        notify('What is mailed to you is changed.')
      },
    }),
  )
  if (!choices) return null
  return (
    <Section title="Letters to you" note="your own, nobody else’s">
      <div className="border-y border-rule py-3">
        <p className="mb-1 text-small text-ink-2">
          Invitations to meetings always come, for your calendar. The rest stands on your desk too, and what
          others did under <TextLink href={paths.news()}>News</TextLink>, where you choose what of it is
          shown.
        </p>
        {letterKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={letterKindLabels[kind]}
            checked={choices[kind]}
            disabled={choose.isPending}
            onChange={() => choose.mutate({ choices: { ...choices, [kind]: !choices[kind] } })}
          />
        ))}
        <Checkbox
          className="mt-2 border-t border-rule pt-2"
          label={`In one letter a day, at ${DAILY_AT}; reminders of meetings come at once`}
          checked={choices.digest}
          disabled={choose.isPending}
          onChange={() => choose.mutate({ choices: { ...choices, digest: !choices.digest } })}
        />
        <Refused error={choose.error} />
      </div>
    </Section>
  )
}
