import { type ReactNode, useState } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { tellRefusal } from '../room/act.tsx'
import { type Item, itemOf } from './items.ts'
import { isOpen, lineWords } from './queue.ts'
import { type Apart, useAlike, useMerge } from './useAlike.ts'

interface Props {
  item: Item
  items: readonly Item[]
  apart: Apart
  /** What else stands in the line of quiet acts. */
  children: ReactNode
}

/** R8: any other that whoever writes sees to be the same, and the way apart again. */
export function Merging({ item, items, apart, children }: Props) {
  const [choosing, setChoosing] = useState(false)
  const isAlike = useAlike(item, items, apart).length > 0
  const { merge, split, join } = useMerge(item)
  const ids = item.questions.map(({ id }) => id)
  const others = items.filter((each) => each !== item)
  const mergeReason = merge.disabledReason ?? (others.length > 0 ? undefined : 'There is no other question.')
  const splitReason = split.disabledReason ?? (ids.length > 1 ? undefined : 'It stands alone.')
  const group = 'This question'
  const splitAll = () => split.mutate({ questionIds: ids }, { onError: tellRefusal })
  const byHand = {
    id: 'question.merge-by-hand',
    title: 'Merge with another question',
    group,
    run: () => setChoosing(true),
    disabledReason: mergeReason,
  }
  useCommands([
    // what is suggested has the key
    isAlike ? byHand : { ...byHand, keys: 'm' },
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
        {!choosing && (
          <Button
            kind="bare"
            className="px-2"
            {...(isAlike ? {} : { shortcut: 'M' })}
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
              if (other)
                join(
                  other.questions.map(({ id }) => id),
                  () => setChoosing(false),
                )
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
