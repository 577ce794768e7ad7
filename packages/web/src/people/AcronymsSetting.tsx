import { SettingRow, TextSetting } from './settingControls.tsx'

interface Props {
  known: readonly string[]
  onChange: (known: string[]) => void
}

/** One line, parted by commas: abbreviations are few and short. */
export function AcronymsSetting({ known, onChange }: Props) {
  return (
    <SettingRow
      title="Abbreviations everybody here knows"
      help="They need not be spelled out. Part them with commas."
    >
      <TextSetting
        label="Abbreviations everybody here knows"
        value={known.join(', ')}
        mayBeEmpty
        onChange={(words) =>
          onChange([...new Set(words.split(/[\s,;]+/).filter((word) => word.length >= 2))])
        }
      />
    </SettingRow>
  )
}
