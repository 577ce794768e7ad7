import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { suggestedClusters } from '@foreword/core/reviews/similar'
import { type ReactNode, useMemo, useState } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'
import { counted } from '../words.ts'
import { type Item, isOpenItem, itemOf } from './items.ts'
import { isOpen, lineWords } from './queue.ts'

/** R8: which of the open questions seem to ask the same; for those who say whether they do. */
export function useSuggested(
  items: readonly Item[],
  apart: readonly (readonly [QuestionId, QuestionId])[],
): QuestionId[][] {
  // a room message is new at every change; what makes questions alike is not
  const asked = JSON.stringify([
    items
      .filter(isOpenItem)
      .map(({ questions }) => questions.map(({ id, text, anchor }) => ({ id, text, anchor }))),
    apart,
  ])
  return useMemo(() => {
    // parsed back from what is written above
    const [open, pairs] = JSON.parse(asked) as [
      Pick<RoomQuestion, 'id' | 'text' | 'anchor'>[][],
      [QuestionId, QuestionId][],
    ]
    const isApart = (one: QuestionId, other: QuestionId) =>
      pairs.some((pair) => pair.includes(one) && pair.includes(other))
    const together = open.filter((each) => each.length > 1).map((each) => each.map(({ id }) => id))
    return suggestedClusters(open.flat(), together, isApart)
  }, [asked])
}

interface Props {
  item: Item
  items: readonly Item[]
  apart: readonly (readonly [QuestionId, QuestionId])[]
  /** What else stands in the line of quiet acts. */
  children: ReactNode
}

/** For whoever writes: what is suggested for the question at hand, and any other that they see is the same. */
export function Merging({ item, items, apart, children }: Props) {
  const [choosing, setChoosing] = useState(false)
  const merge = useAct('mergeQuestions')
  const split = useAct('splitQuestions')
  const keepApart = useAct('keepApart')
  const suggested = useSuggested(items, apart).find((ids) => ids.includes(item.lead.id))
  const ids = item.questions.map(({ id }) => id)
  const alike = suggested?.filter((id) => !ids.includes(id)) ?? []
  const others = items.filter((each) => each !== item)
  const join = (joining: readonly QuestionId[]) => {
    const questionIds = [...ids, ...joining]
    merge.mutate(
      { questionIds },
      {
        onError: tellRefusal,
        onSuccess() {
          setChoosing(false)
          notifyUndo(`${counted(questionIds.length, 'question')} are one now.`, () =>
            split.mutate({ questionIds: [...joining] }, { onError: tellRefusal }),
          )
        },
      },
    )
  }
  const notTheSame = () => keepApart.mutate({ questionIds: [...ids, ...alike] }, { onError: tellRefusal })
  const apartReason = alike.length > 0 ? keepApart.disabledReason : 'None looks like it.'
  const mergeReason = merge.disabledReason ?? (others.length > 0 ? undefined : 'There is no other question.')
  const splitReason = split.disabledReason ?? (ids.length > 1 ? undefined : 'It stands alone.')
  const group = 'This question'
  const splitAll = () => split.mutate({ questionIds: ids }, { onError: tellRefusal })
  useCommands([
    {
      id: 'question.merge',
      title: alike.length > 0 ? 'Merge those that look alike' : 'Merge with another question',
      group,
      keys: 'm',
      run: () => (alike.length > 0 ? join(alike) : setChoosing(true)),
      disabledReason: mergeReason,
    },
    {
      id: 'question.apart',
      title: 'Not the same question',
      group,
      keys: 'x',
      run: notTheSame,
      disabledReason: apartReason,
    },
    {
      id: 'question.split',
      title: 'Split apart',
      group,
      keys: 'u',
      run: splitAll,
      disabledReason: splitReason,
    },
  ])
  return (
    <>
      <div className="-ml-2 flex flex-wrap gap-x-1">
        {children}
        {alike.length === 0 && !choosing && (
          <Button
            kind="bare"
            className="px-2"
            shortcut="M"
            disabledReason={mergeReason}
            onClick={() => setChoosing(true)}
          >
            Merge with another
          </Button>
        )}
        {ids.length > 1 && (
          <Button kind="bare" className="px-2" shortcut="U" disabledReason={splitReason} onClick={splitAll}>
            Split apart
          </Button>
        )}
      </div>
      {alike.length > 0 && (
        <section aria-label="Looks alike" className="mt-3 rounded border border-rule bg-panel px-3.5 py-3">
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
            <Button shortcut="M" disabledReason={mergeReason} onClick={() => join(alike)}>
              Merge
            </Button>
            <Button kind="bare" shortcut="X" disabledReason={apartReason} onClick={notTheSame}>
              Not the same
            </Button>
          </div>
        </section>
      )}
      {choosing && (
        <fieldset
          className="mt-3"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setChoosing(false)
          }}
        >
          <Form
            onSubmit={(field) => {
              const other = itemOf(items, field('other'))
              if (other) join(other.questions.map(({ id }) => id))
            }}
            actions={
              <>
                <Button kind="go" type="submit" busy={merge.isPending}>
                  Merge
                </Button>
                <Button kind="bare" onClick={() => setChoosing(false)}>
                  Not now
                </Button>
              </>
            }
          >
            <Select label="It asks the same as" name="other" autoFocus>
              {others.map(({ lead, questions }) => (
                <option key={lead.id} value={lead.id}>
                  {[lineWords(lead), lead.text, questions.some(isOpen) ? '' : '(ended)']
                    .filter(Boolean)
                    .join(' ')}
                </option>
              ))}
            </Select>
          </Form>
        </fieldset>
      )}
    </>
  )
}
