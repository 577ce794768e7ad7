import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'
import type { Item } from './items.ts'
import { isOpen } from './queue.ts'

/** F5: the asker alone says whether it is answered. Said while it is open, it is answered. */
export function Accept({ item }: { item: Item }) {
  const accept = useAct('acceptAnswer')
  const own = item.questions.filter(({ mine, state }) => mine && state.name !== 'withdrawn')
  const question = own.find(({ accepted }) => accepted === null) ?? own[0]
  const say = (accepted: boolean) =>
    question && accept.mutate({ questionId: question.id, accepted }, { onError: tellRefusal })
  const reason = accept.disabledReason ?? (question ? undefined : 'Only whoever asked it says so.')
  const answered = question !== undefined && !isOpen(question)
  const notYet = reason ?? (answered ? undefined : 'Nothing answers it yet.')
  const group = 'This question'
  useCommands([
    {
      id: 'question.accept',
      title: 'That answers it',
      group,
      keys: 'v',
      run: () => say(true),
      disabledReason: reason,
    },
    {
      id: 'question.not-yet',
      title: 'Not yet',
      group,
      keys: 'b',
      run: () => say(false),
      disabledReason: notYet,
    },
  ])
  if (!question) return null
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">You asked it</legend>
      <Button
        shortcut="V"
        aria-pressed={question.accepted === true}
        disabledReason={reason}
        onClick={() => say(true)}
      >
        That answers it
      </Button>
      {answered && (
        <Button
          shortcut="B"
          aria-pressed={question.accepted === false}
          disabledReason={notYet}
          onClick={() => say(false)}
        >
          Not yet
        </Button>
      )}
      <span className="text-small text-ink-3">You asked it; nobody else says so.</span>
    </fieldset>
  )
}
