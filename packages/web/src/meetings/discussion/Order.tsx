import { orderLabels } from '@foreword/core/meetings/labels'
import { type DiscussionOrder, discussionOrders } from '@foreword/core/meetings/plan'
import { useRef } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { Select } from '../../ui/Field.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'

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
  if (disabledReason !== undefined) return <p className="text-small text-ink-3">{orderLabels[order]}</p>
  return (
    <div ref={field} className="-ml-3 max-w-60">
      <Select
        label="Order of the questions"
        hideLabel
        quiet
        value={order}
        onChange={(event) => {
          const chosen = discussionOrders.find((each) => each === event.currentTarget.value)
          if (chosen) choose.mutate({ order: chosen }, { onError: tellRefusal })
        }}
      >
        {discussionOrders.map((each) => (
          <option key={each} value={each}>
            {orderLabels[each]}
          </option>
        ))}
      </Select>
    </div>
  )
}
