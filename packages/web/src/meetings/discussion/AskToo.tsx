import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal, useAct, whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { atHandIn, type Item } from './items.ts'

/** T, for everybody: one more who asks it, counted and not ranked; and taken back by the same key. */
export function AskToo({ item }: { item: Item }) {
  const ask = useAct('askToo')
  const noMore = useAct('askTooNoMore')
  const mine = item.questions.some((question) => question.mine)
  const said = item.questions.find(({ alsoMine }) => alsoMine)
  const disabledReason = mine ? 'You asked it.' : ask.disabledReason
  const run = () =>
    said
      ? noMore.mutate({ questionId: said.id }, { onError: tellRefusal })
      : ask.mutate({ questionId: item.lead.id }, { onError: tellRefusal })
  useCommands([
    { id: 'question.too', title: 'I ask this too', group: 'This question', keys: 't', run, disabledReason },
  ])
  if (mine) return null
  return (
    <Button shortcut="T" aria-pressed={said !== undefined} disabledReason={disabledReason} onClick={run}>
      I ask this too
    </Button>
  )
}

/** Y, for whoever asked it or writes: it must be answered before a yes, or may wait. */
export function Must({ item }: { item: Item }) {
  const { room } = useRoomNow()
  const set = useAct('setMust')
  const scribe = whyNotNow(room, 'writeNote') === undefined
  const own = item.questions.find(({ mine }) => mine)
  const of = own && !scribe ? own : (item.questions.find(({ must }) => must) ?? atHandIn(item))
  const may = scribe || own !== undefined
  const disabledReason =
    set.disabledReason ?? (may ? undefined : 'Whoever asked it says so, or whoever writes.')
  const run = () => set.mutate({ questionId: of.id, must: !of.must }, { onError: tellRefusal })
  useCommands([
    {
      id: 'question.must',
      title: of.must ? 'May be answered after a yes' : 'Must be answered before a yes',
      group: 'This question',
      keys: 'y',
      run,
      disabledReason,
    },
  ])
  if (!may) return null
  return (
    <Button
      kind="bare"
      className="px-2 aria-pressed:text-amber"
      shortcut="Y"
      aria-pressed={of.must}
      disabledReason={disabledReason}
      onClick={run}
    >
      Before a yes
    </Button>
  )
}
