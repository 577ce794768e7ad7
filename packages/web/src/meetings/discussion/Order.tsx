import type { DiscussionOrder } from '@foreword/core/meetings/plan'
import { useRef } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { Select } from '../../ui/Field.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'

const labels = {
  page: 'Page by page',
  asked: 'What most people ask first',
  must: 'What must be answered before a yes first',
} satisfies Record<DiscussionOrder, string>
// the keys of the table above, which has every order
const orders = Object.keys(labels) as DiscussionOrder[]

/** R8: in which order the questions are taken up. The facilitator chooses, everybody sees. */
export function Order({ order }: { order: DiscussionOrder }) {
  const choose = useAct('chooseOrder')
  const field = useRef<HTMLDivElement>(null)
  const { disabledReason } = choose
  useCommands([
    {
      id: 'room.order',
      title: 'Choose the order of the questions',
      group: 'The questions',
      keys: 'r',
      run: () => field.current?.querySelector('select')?.focus(),
      disabledReason,
    },
  ])
  if (disabledReason !== undefined) return <p className="text-small text-ink-3">{labels[order]}</p>
  return (
    <div ref={field} className="-ml-3 max-w-60">
      <Select
        label="Order of the questions"
        hideLabel
        quiet
        value={order}
        onChange={(event) => {
          const chosen = orders.find((each) => each === event.currentTarget.value)
          if (chosen) choose.mutate({ order: chosen }, { onError: tellRefusal })
        }}
      >
        {orders.map((each) => (
          <option key={each} value={each}>
            {labels[each]}
          </option>
        ))}
      </Select>
    </div>
  )
}
