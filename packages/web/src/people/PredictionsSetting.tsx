import { ChoiceSetting, NumberSetting, SettingRow } from './settingControls.tsx'
import { useSettings } from './useSettings.ts'

/** D3: off until the company wants it. */
export function PredictionsSetting() {
  const { settings, change } = useSettings()
  return (
    <>
      <SettingRow
        title="Sealed predictions before a decision"
        help="Whoever is in the room may say what they expect. Only they ever see it, and are asked on its day what came."
      >
        <ChoiceSetting
          label="Sealed predictions before a decision"
          value={settings.predictions ? 'on' : 'off'}
          options={[
            ['off', 'Off'],
            ['on', 'On'],
          ]}
          onChange={(now) =>
            change(
              { predictions: now === 'on' },
              now === 'on'
                ? 'Predictions may be sealed before a decision.'
                : 'No more predictions are sealed. Those that are stay their authors’.',
            )
          }
        />
      </SettingRow>
      {settings.predictions && (
        <SettingRow
          title="How they fared"
          help="Shown to all, without names, when so many have come true or have not. Five at least."
        >
          <NumberSetting
            label="Predictions that have turned out"
            unit="predictions"
            value={settings.predictionsResolved}
            onChange={(predictionsResolved) =>
              change({ predictionsResolved }, 'When it is shown how predictions fared is changed.')
            }
          />
        </SettingRow>
      )}
    </>
  )
}
