import type { QuestionId } from '@foreword/core/ids'
import { useCommands } from '../../shell/commands.ts'
import { type Item, itemOf, neighbour } from './items.ts'

interface Looking {
  onLines: () => void
  items: readonly Item[]
  shown: QuestionId | null
  look: (id: QuestionId) => void
}

/** J and K, for everybody: the question after and before, looked at by oneself; the room stays where it is. */
export function useLooking({ items, shown, look, onLines }: Looking) {
  const after = neighbour(items, shown, 1)
  const before = neighbour(items, shown, -1)
  const group = 'The questions'
  const lines = shown === null ? undefined : itemOf(items, shown)?.lead.anchor
  useCommands([
    {
      id: 'room.lines',
      title: 'Show its lines on the page',
      group,
      keys: 'l',
      run: onLines,
      disabledReason: lines ? undefined : 'It is about the whole document.',
    },
    {
      id: 'room.look-after',
      title: 'Look at the next question by yourself',
      group,
      keys: 'j',
      run: () => after && look(after.lead.id),
      disabledReason: after ? undefined : 'It is the last.',
    },
    {
      id: 'room.look-before',
      title: 'Look at the question before by yourself',
      group,
      keys: 'k',
      run: () => before && look(before.lead.id),
      disabledReason: before ? undefined : 'It is the first.',
    },
  ])
}
