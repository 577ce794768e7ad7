import { defaultQuestions, type Question } from '@foreword/core/initiatives/questions'
import { weakRules } from '@foreword/core/initiatives/weak'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { useSettings } from '../../people/useSettings.ts'
import { notifyProblem } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { fileOf, setIn } from './set-file.ts'

/** How this company asks the five questions, and what makes an answer thin here (W3, W4). */
export function QuestionSetPage() {
  const mayNot = whyNot('people.updateWorkspace', useMe())
  const workspace = useQuery(api.people.workspace.queryOptions())
  return (
    <Page
      title="The five questions"
      lead={
        mayNot === undefined
          ? 'In your company’s words. Each change is kept as you make it and asked in every idea from then on; what was answered stays.'
          : 'How they are asked here. Only an administrator can change it.'
      }
    >
      {workspace.isPending && <Loading />}
      {workspace.isError && (
        <ErrorNote className="mt-6" error={workspace.error} retry={() => void workspace.refetch()} />
      )}
      {workspace.data && (
        <>
          <AsFile disabledReason={mayNot} />
          <fieldset disabled={mayNot !== undefined} className="min-w-0">
            <legend className="sr-only">The five questions</legend>
            {defaultQuestions.map((question) => (
              <OneQuestion key={question.id} question={question} />
            ))}
          </fieldset>
        </>
      )}
    </Page>
  )
}

function AsFile({ disabledReason }: { disabledReason: string | undefined }) {
  const { settings, change } = useSettings()
  async function bring(file: File) {
    const set = setIn(await file.text())
    if (!set)
      return notifyProblem(
        `“${file.name}” holds no five questions, and nothing was changed. Choose a file that was saved here.`,
      )
    await change(set, 'The questions of the file are asked here now.')
  }
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <Button onClick={() => saveFile(fileOf(settings))}>Save as a file</Button>
      <FileButton
        label="A file with five questions"
        accept=".json,application/json"
        disabledReason={disabledReason}
        onFiles={([file]) => file && void bring(file)}
      >
        Bring from a file
      </FileButton>
    </div>
  )
}

const texts = [
  { name: 'ask', label: 'The question', most: 200, said: 'The question is asked so now.' },
  { name: 'why', label: 'Why it is asked', most: 600, said: 'Why it is asked is kept.' },
  { name: 'bar', label: 'What a good answer has', most: 600, said: 'What a good answer has is kept.' },
  { name: 'start', label: 'What to do first', most: 600, said: 'What to do first is kept.' },
] as const

function OneQuestion({ question }: { question: Question }) {
  const { settings, change } = useSettings()
  const { questionWording, weakRulesOff } = settings
  const { [question.id]: own = {}, ...others } = questionWording
  const rules = weakRules.filter((rule) => rule.question === question.id)
  const isOff = (id: string) => weakRulesOff.includes(id)
  const isOurs = Object.keys(own).length > 0 || rules.some(({ id }) => isOff(id))

  /** An empty field is as it ships again. */
  function reword(name: (typeof texts)[number]['name'], typed: string, said: string) {
    const { [name]: before, ...rest } = own
    const words = typed.trim() === question[name] ? '' : typed.trim()
    if (words === (before ?? '')) return
    const mine = words === '' ? rest : { ...rest, [name]: words }
    const all = Object.keys(mine).length === 0 ? others : { ...others, [question.id]: mine }
    void change({ questionWording: all }, words === '' ? 'As it ships again.' : said)
  }
  const asItShips = () =>
    change(
      {
        questionWording: others,
        weakRulesOff: weakRulesOff.filter((id) => !rules.some((rule) => rule.id === id)),
      },
      `“${question.title}” is as it ships again.`,
    )
  return (
    <Section
      id={question.id}
      title={question.title}
      actions={
        isOurs && (
          <Button kind="bare" onClick={() => void asItShips()}>
            As it ships<span className="sr-only"> again: {question.title}</span>
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4 border-t border-rule py-4">
        {texts.map(({ name, label, most, said }) => (
          <TextArea
            key={`${name} ${own[name]}`}
            label={label}
            rows={1}
            maxLength={most}
            defaultValue={own[name] ?? question[name]}
            onBlur={(event) => {
              if (event.currentTarget.value.trim() === '') event.currentTarget.value = question[name]
              reword(name, event.currentTarget.value, said)
            }}
          />
        ))}
        <fieldset>
          <legend className="mb-1.5 text-small font-medium">An answer is thin when</legend>
          {rules.map(({ id, reason }) => (
            <Checkbox
              key={id}
              label={reason}
              checked={!isOff(id)}
              className="text-small pointer-coarse:py-2"
              onChange={() =>
                void change(
                  {
                    weakRulesOff: isOff(id)
                      ? weakRulesOff.filter((other) => other !== id)
                      : [...weakRulesOff, id],
                  },
                  isOff(id) ? 'This makes an answer thin again.' : 'This makes no answer thin any more.',
                )
              }
            />
          ))}
        </fieldset>
      </div>
    </Section>
  )
}
