import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { notify, notifyProblem } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Row, Section } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { useMe } from './me.ts'
import { whyNot } from './rights.ts'
import { ChoiceSetting, NumberSetting, SettingRow } from './settingControls.tsx'
import { useSettings } from './useSettings.ts'

/** F1: whether people without an account may be asked for feedback, how long, and who can read something now. */
export function OutsideReaders() {
  const me = useMe()
  const { settings, change } = useSettings()
  return (
    <Section title="Readers without an account">
      <SettingRow
        title="Asked for feedback by e-mail"
        help="A letter opens one document to one address. Forbidden, no such link opens anything, from that moment on."
      >
        <ChoiceSetting
          label="Readers without an account"
          value={settings.outsideReaders ? 'allowed' : 'forbidden'}
          options={[
            ['allowed', 'Allowed'],
            ['forbidden', 'Forbidden'],
          ]}
          onChange={(now) =>
            change(
              { outsideReaders: now === 'allowed' },
              now === 'allowed'
                ? 'People without an account may be asked.'
                : 'No link of a reader without an account opens anything now.',
            )
          }
        />
      </SettingRow>
      <SettingRow
        title="How long a link opens"
        help="After the day of the request; thirty days in all at most."
      >
        <NumberSetting
          label="Days after the day of the request"
          unit="days"
          value={settings.outsideGraceDays}
          onChange={(outsideGraceDays) => change({ outsideGraceDays }, 'How long a link opens is changed.')}
        />
      </SettingRow>
      {whyNot('feedback.outsideLinks', me) === undefined && settings.outsideReaders && <OpenLinks />}
    </Section>
  )
}

/** For an administrator: whose links, and not to what, for that may not be theirs to see. */
function OpenLinks() {
  const links = useQuery(api.feedback.outsideLinks.queryOptions())
  const end = useMutation(
    api.feedback.endLink.mutationOptions({
      onSuccess: () => notify('The link opens nothing any more.'),
      onError: () => notifyProblem('The link still opens its document. Try again.'),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.feedback.key() }),
    }),
  )
  if (links.isError) return <ErrorNote error={links.error} retry={() => void links.refetch()} />
  if (!links.data || links.data.length === 0) return null
  return (
    <List label="Links that open a document now">
      {links.data.map(({ personId, name, address, askedBy, expiresAt }) => (
        <Row
          key={personId}
          detail={
            <>
              asked by {askedBy.name} · ends <RelativeTime at={expiresAt} />
            </>
          }
          aside={
            <Button
              kind="bare"
              busy={end.isPending && end.variables.personId === personId}
              onClick={() => end.mutate({ personId })}
            >
              End it<span className="sr-only">: the link of {name}</span>
            </Button>
          }
        >
          {name === address ? name : `${name}, ${address}`}
        </Row>
      ))}
    </List>
  )
}
