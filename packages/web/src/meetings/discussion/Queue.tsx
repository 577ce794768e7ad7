import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { Section } from '../../ui/Page.tsx'
import { useRoomNow } from '../room/context.ts'
import { type Item, isOpenItem } from './items.ts'
import { faqWords, isOpen, lineWords } from './queue.ts'

interface Props {
  items: readonly Item[]
  shown: QuestionId | null
  onShow: (id: QuestionId) => void
}

/** R8: everything in the order in which it is taken; what has ended falls back. */
export function Queue({ items, shown, onShow }: Props) {
  if (items.length === 0) return null
  return (
    <ol aria-label="All questions" className="border-b border-rule">
      {items.map((item) => (
        <li key={item.lead.id} className="border-t border-rule">
          <button
            type="button"
            aria-current={item.lead.id === shown || undefined}
            className="grid w-full grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-2.5 py-2.5 text-left text-small hover:text-accent aria-[current]:font-medium"
            onClick={() => onShow(item.lead.id)}
          >
            <span className="text-ink-3 figures">{item.lead.anchor ? lineWords(item.lead) : 'all'}</span>
            <span className={`wrap-break-word ${isOpenItem(item) ? '' : 'text-ink-3'}`}>
              {item.lead.text}
              <Weighs item={item} />
            </span>
            <span className="text-ink-3">{endOf(item)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** How many ask it, and whether a yes waits for it; nothing of one person's question. */
function Weighs({ item: { lead, questions } }: { item: Item }) {
  const must = questions.some((question) => question.must)
  const words = [lead.people > 1 ? `${lead.people} ask it` : '', must ? 'before a yes' : ''].filter(Boolean)
  if (words.length === 0) return null
  return <span className="block font-normal text-ink-3">{words.join(' · ')}</span>
}

function endOf({ lead, questions }: Item): string {
  const open = questions.filter(isOpen).length
  if (open > 0 && open < questions.length) return `${open} of ${questions.length} open`
  if (open > 0) return lead.carried ? 'carried forward' : ''
  return faqWords(lead) ?? questionStateLabels[lead.state.name]
}

/** R8: remarks on form are the author's list; the room does not talk about commas. */
export function FormRemarks({ remarks }: { remarks: readonly RoomQuestion[] }) {
  const { name } = useRoomNow()
  if (remarks.length === 0) return null
  return (
    <Section title="Remarks on form" note="for the author, not for the room">
      <ul className="border-b border-rule">
        {remarks.map((remark) => (
          <li
            key={remark.id}
            className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-2.5 border-t border-rule py-2.5 text-small"
          >
            <span className="text-ink-3 figures">{lineWords(remark)}</span>
            <span className="wrap-break-word">{remark.text}</span>
            <span className="text-ink-3">{remark.mine ? 'you' : remark.by && name(remark.by)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
