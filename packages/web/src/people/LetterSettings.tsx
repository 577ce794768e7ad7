import { Select } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { useMe } from './me.ts'
import { ChoiceSetting, SettingRow } from './settingControls.tsx'
import { useSettings } from './useSettings.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** What is written to people by e-mail, and how; where no mail server is set up, what to do for it. */
export function LetterSettings() {
  const { sendsMail } = useMe()
  const { settings, change } = useSettings()
  const { timeZone, reminderHours } = settings
  return (
    <Section title="E-mail">
      <p className="border-t border-rule py-3 text-small text-ink-2">
        {sendsMail
          ? 'Whoever is invited to a meeting gets it by e-mail for their calendar, and every change of it.'
          : 'Nobody is written to yet: this Foreword has no mail server. Whoever runs it sets SMTP_URL and PUBLIC_URL.'}
      </p>
      <SettingRow
        title="Reminder"
        help="Says when and where. What is read is not sent: the reading begins in the room."
      >
        <ChoiceSetting
          label="When people are reminded"
          value={String(reminderHours)}
          options={[
            ['0', 'Never'],
            ['1', 'An hour before'],
            ['24', 'The day before'],
            ['48', 'Two days before'],
          ]}
          onChange={(hours) =>
            change({ reminderHours: Number(hours) }, 'When people are reminded is changed.')
          }
        />
      </SettingRow>
      <SettingRow
        title="Time zone"
        help="In which letters say when a meeting is. A calendar entry is in everybody’s own."
      >
        <Select
          label="Time zone"
          hideLabel
          value={timeZone}
          onChange={(event) => change({ timeZone: event.currentTarget.value }, 'The time zone is changed.')}
        >
          {[...new Set(['UTC', timeZone, ...zones])].map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </SettingRow>
    </Section>
  )
}
