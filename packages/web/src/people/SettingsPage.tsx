import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Page, Section, TextLink } from '../ui/Page.tsx'
import { AcronymsSetting } from './AcronymsSetting.tsx'
import { AreasSetting } from './AreasSetting.tsx'
import { LetterSettings } from './LetterSettings.tsx'
import { useMe } from './me.ts'
import { OutsideReaders } from './OutsideReaders.tsx'
import { PredictionsSetting } from './PredictionsSetting.tsx'
import { PrinciplesSetting } from './PrinciplesSetting.tsx'
import { whyNot } from './rights.ts'
import { ChoiceSetting, NumberSetting, SettingRow, TextSetting } from './settingControls.tsx'
import { useSettings } from './useSettings.ts'
import { YourAssistants } from './YourAssistants.tsx'
import { YourLetters } from './YourLetters.tsx'

/** The company's own wording and habits. Each change is kept as it is made, and can be undone. */
export function SettingsPage() {
  const me = useMe()
  const workspace = useQuery(api.people.workspace.queryOptions())
  const mayNot = whyNot('people.updateWorkspace', me)
  return (
    <Page
      title="Settings"
      lead={
        mayNot === undefined
          ? 'Each change is kept as you make it. The defaults are a good place to begin; nothing here has to be set.'
          : 'How this company works. Only an administrator can change it.'
      }
    >
      {workspace.isPending && <Loading />}
      {workspace.isError && (
        <ErrorNote className="mt-6" error={workspace.error} retry={() => void workspace.refetch()} />
      )}
      {workspace.data && (
        // one switch for every control inside
        <fieldset disabled={mayNot !== undefined} className="min-w-0">
          <legend className="sr-only">Settings of {workspace.data.name}</legend>
          <Company />
          <Paper />
          <Checks />
          <Meetings />
          <LetterSettings />
          <OutsideReaders />
          <Section title="The five questions">
            <p className="border-y border-rule py-3 text-small text-ink-2">
              How they are asked here, what a good answer has and what makes one thin:{' '}
              <TextLink href={paths.questionSet()}>reword the questions</TextLink>.
            </p>
          </Section>
          <Section title="Kinds of document">
            <p className="border-y border-rule py-3 text-small text-ink-2">
              The PR/FAQ, the six-pager and the others are{' '}
              <TextLink href={paths.templates()}>templates</TextLink>: their parts, guidance and limits are
              yours to change.
            </p>
          </Section>
          {(mayNot === undefined || me.groups.length > 1) && (
            <Section title="Groups">
              <p className="border-y border-rule py-3 text-small text-ink-2">
                {me.groups.length > 1
                  ? 'Divisions and teams, who leads them, reads and decides, stand under '
                  : 'Everybody is in one group. Where teams have readers and deciders of their own, make '}
                <TextLink href={paths.groups()}>groups</TextLink>.
              </p>
            </Section>
          )}
          <AreasSetting />
          <PrinciplesSetting />
        </fieldset>
      )}
      <YourAssistants />
      {me.sendsMail && <YourLetters />}
    </Page>
  )
}

function Company() {
  const { name, rename } = useSettings()
  return (
    <Section title="Company">
      <SettingRow title="Name">
        <TextSetting label="Name of the company" value={name} onChange={rename} />
      </SettingRow>
    </Section>
  )
}

function Paper() {
  const { settings, change } = useSettings()
  return (
    <Section title="Paper and reading">
      <SettingRow title="Paper" help="What a page is: editions are typeset and counted on it.">
        <ChoiceSetting
          label="Paper"
          value={settings.paper}
          options={[
            ['letter', 'US Letter'],
            ['a4', 'A4'],
          ]}
          onChange={(paper) =>
            change(
              { paper },
              paper === 'a4' ? 'Editions are set on A4 now.' : 'Editions are set on US Letter now.',
            )
          }
        />
      </SettingRow>
      <SettingRow
        title="Who may export"
        help="Take a document out as a file. Each time stands in the idea’s activity."
      >
        <ChoiceSetting
          label="Who may export"
          value={settings.exportNeeds === 'comment' ? 'read' : settings.exportNeeds}
          options={[
            ['read', 'Whoever may read it'],
            ['edit', 'Its authors'],
            ['own', 'Its owner'],
          ]}
          onChange={(exportNeeds) => change({ exportNeeds }, 'Who may export is changed.')}
        />
      </SettingRow>
      <AmountSetting
        title="Reading speed"
        help="Used until a room’s own reading has been measured."
        label="Minutes for a page"
        unit="minutes a page"
        step={0.5}
        value={settings.readingMinutesPerPage}
        onChange={(readingMinutesPerPage) => change({ readingMinutesPerPage }, 'Reading speed is changed.')}
      />
    </Section>
  )
}

const amountsOfChecks = [
  {
    of: 'sentenceWords',
    title: 'A long sentence',
    help: '20 and 25 are also used.',
    label: 'Words of a sentence',
    unit: 'words at most',
    changed: 'How long a sentence may be is changed.',
  },
  {
    of: 'headlineWords',
    title: 'A long headline',
    help: 'A customer reads it in one glance or not at all.',
    label: 'Words of a headline',
    unit: 'words at most',
    changed: 'How long a headline may be is changed.',
  },
  {
    of: 'passivePercent',
    title: 'Sentences in the passive',
    help: 'Said once for a document with more of them.',
    label: 'Passive sentences of a hundred',
    unit: 'of a hundred',
    changed: 'The share of passive sentences is changed.',
  },
  {
    of: 'mostOfOneRule',
    title: 'Of one kind',
    help: 'What is a matter of style is said so often at most.',
    label: 'Findings of one kind',
    unit: 'at most',
    changed: 'How often one thing is said is changed.',
  },
  {
    of: 'shownAtOnce',
    title: 'At one time',
    help: 'The next comes when one is dealt with. Five at most.',
    label: 'Findings at one time',
    unit: 'at most',
    changed: 'How many findings stand beside a draft is changed.',
  },
] as const

/** From where on something in a draft is said. They stop nobody. */
function Checks() {
  const { settings, change } = useSettings()
  const { checks } = settings
  const set = (patch: Partial<typeof checks>, said: string) =>
    change({ checks: { ...checks, ...patch } }, said)
  return (
    <Section title="Findings beside a draft">
      {amountsOfChecks.map(({ of, changed, ...words }) => (
        <AmountSetting
          key={of}
          {...words}
          value={checks[of]}
          onChange={(amount) => set({ [of]: amount }, changed)}
        />
      ))}
      <AcronymsSetting
        known={checks.knownAcronyms}
        onChange={(knownAcronyms) => set({ knownAcronyms }, 'What everybody here knows is changed.')}
      />
    </Section>
  )
}

function Meetings() {
  const { settings, change } = useSettings()
  return (
    <Section title="Meetings">
      <AmountSetting
        title="Silent reading"
        help="Proposed when a meeting is scheduled; a longer document proposes more."
        label="Minutes of silent reading"
        unit="minutes"
        value={settings.readingMinutes}
        onChange={(readingMinutes) => change({ readingMinutes }, 'Reading time is changed.')}
      />
      <AmountSetting
        title="Discussion"
        help="When it is over the clock shows by how much; nothing is cut off."
        label="Minutes of discussion"
        unit="minutes"
        value={settings.discussionMinutes}
        onChange={(discussionMinutes) => change({ discussionMinutes }, 'Discussion time is changed.')}
      />
      <AmountSetting
        title="Before the questions open"
        help="Everybody sees the count, and it can be stopped."
        label="Seconds before the questions open"
        unit="seconds"
        value={settings.countdownSeconds}
        onChange={(countdownSeconds) => change({ countdownSeconds }, 'The countdown is changed.')}
      />
      <SettingRow
        title="A meeting to decide, with a question still thin"
        help="An unanswered question names the work missing. It need not stop the meeting."
      >
        <ChoiceSetting
          label="When a question is not ready"
          value={settings.unreadyQuestions}
          options={[
            ['tell', 'Say so'],
            ['ask-why', 'Ask why now'],
            ['block', 'Do not schedule it'],
          ]}
          onChange={(unreadyQuestions) => change({ unreadyQuestions }, 'What a thin answer does is changed.')}
        />
      </SettingRow>
      <SettingRow title="Names beside questions as they open" help="Or none until the asker speaks.">
        <ChoiceSetting
          label="Names beside questions"
          value={settings.namesAtReveal ? 'shown' : 'hidden'}
          options={[
            ['shown', 'Shown'],
            ['hidden', 'Not shown'],
          ]}
          onChange={(names) =>
            change(
              { namesAtReveal: names === 'shown' },
              names === 'shown' ? 'Questions open with names.' : 'Questions open without names.',
            )
          }
        />
      </SettingRow>
      <SettingRow title="Who has finished reading" help="The facilitator always sees how many.">
        <ChoiceSetting
          label="Who has finished reading"
          value={settings.namesOfFinished ? 'names' : 'count'}
          options={[
            ['count', 'Only how many'],
            ['names', 'Names as well'],
          ]}
          onChange={(shown) =>
            change({ namesOfFinished: shown === 'names' }, 'What the facilitator sees is changed.')
          }
        />
      </SettingRow>
      <SettingRow
        title="Time for each question"
        help="A share of what is left, by how many ask. The others see only when it is over."
      >
        <ChoiceSetting
          label="Time for each question"
          value={settings.timePerQuestion}
          options={[
            ['facilitator', 'Shown to the facilitator'],
            ['everybody', 'Shown to everybody'],
            ['nobody', 'Not shown'],
          ]}
          onChange={(timePerQuestion) =>
            change({ timePerQuestion }, 'Who sees the time for each question is changed.')
          }
        />
      </SettingRow>
      <PredictionsSetting />
    </Section>
  )
}

interface AmountProps extends ComponentProps<typeof NumberSetting> {
  title: string
  help: string
}

function AmountSetting({ title, help, ...field }: AmountProps) {
  return (
    <SettingRow title={title} help={help}>
      <NumberSetting {...field} />
    </SettingRow>
  )
}
