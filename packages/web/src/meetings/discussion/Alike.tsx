import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal, useAct, whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { type Item, itemOf } from './items.ts'
import { lineWords } from './queue.ts'
import { type Apart, useAlike, useMerge } from './useAlike.ts'

interface Props {
  item: Item
  items: readonly Item[]
  apart: Apart
}

/** R8: what seems to ask the same as the question at hand, before it is talked about; for those who write. */
export function Alike(props: Props) {
  const { room } = useRoomNow()
  return whyNotNow(room, 'mergeQuestions') === undefined && <Suggestion {...props} />
}

function Suggestion({ item, items, apart }: Props) {
  const alike = useAlike(item, items, apart)
  const { merge, join } = useMerge(item)
  const keepApart = useAct('keepApart')
  const ids = item.questions.map(({ id }) => id)
  const notTheSame = () => keepApart.mutate({ questionIds: [...ids, ...alike] }, { onError: tellRefusal })
  const group = 'This question'
  useCommands(
    alike.length === 0
      ? []
      : [
          {
            id: 'question.merge',
            title: 'Merge those that look alike',
            group,
            keys: 'm',
            run: () => join(alike),
          },
          { id: 'question.apart', title: 'Not the same question', group, keys: 'x', run: notTheSame },
        ],
  )
  if (alike.length === 0) return null
  return (
    <section aria-label="Looks alike" className="mt-4 rounded border border-rule bg-panel px-3.5 py-3">
      <p className="text-small text-ink-2">
        {alike.length === 1 ? 'Another seems to ask the same:' : `${alike.length} seem to ask the same:`}
      </p>
      <ul className="mt-1">
        {alike
          .flatMap((id) => itemOf(items, id)?.questions.find((each) => each.id === id) ?? [])
          .map((question) => (
            <li key={question.id} className="mt-1 font-text wrap-break-word">
              {question.anchor && (
                <span className="mr-2 font-ui text-small text-ink-3 figures">{lineWords(question)}</span>
              )}
              {question.text}
            </li>
          ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button shortcut="M" busy={merge.isPending} onClick={() => join(alike)}>
          Merge
        </Button>
        <Button kind="bare" shortcut="X" busy={keepApart.isPending} onClick={notTheSame}>
          Not the same
        </Button>
      </div>
    </section>
  )
}
