import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { Section } from '../../ui/Page.tsx'
import { useRoomNow } from '../room/context.ts'
import { faqWords, isOpen, lineWords } from './queue.ts'

interface Props {
  questions: readonly RoomQuestion[]
  shown: QuestionId | null
  onShow: (id: QuestionId) => void
}

/** R8: every question in the order in which it is taken; those that have ended fall back. */
export function Queue({ questions, shown, onShow }: Props) {
  if (questions.length === 0) return null
  return (
    <ol aria-label="All questions" className="border-b border-rule">
      {questions.map((question) => (
        <li key={question.id} className="border-t border-rule">
          <button
            type="button"
            aria-current={question.id === shown || undefined}
            className="grid w-full grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-2.5 py-2.5 text-left text-small hover:text-accent aria-[current]:font-medium"
            onClick={() => onShow(question.id)}
          >
            <span className="text-ink-3 figures">{question.anchor ? lineWords(question) : 'all'}</span>
            <span className={`wrap-break-word ${isOpen(question) ? '' : 'text-ink-3'}`}>{question.text}</span>
            <span className="text-ink-3">
              {faqWords(question) ?? (isOpen(question) ? '' : questionStateLabels[question.state.name])}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
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
