import { customerLine } from '@foreword/core/initiatives/summary'
import { useRoomNow } from './context.ts'

/** R12: the customer of question 1 stands beside the discussion, in their own words where somebody wrote them down. */
export function Customer() {
  const { idea } = useRoomNow()
  if (!idea) return null
  const words = idea.answers.customer.words.trim().replace(/^[“"]|[”"]$/g, '')
  const line = customerLine(idea.answers)
  if (words === '' && line === '')
    return (
      <p className="border-b border-rule pb-4 text-ink-3">
        Nobody has said yet who the customer is. What would they ask?
      </p>
    )
  return (
    <p className="border-b border-rule pb-4 font-text text-[0.96875rem] leading-normal text-ink-2">
      {words !== '' && <em>“{words}” </em>}
      {words === '' && <em>{line} </em>}
      <span className="text-ink-3">
        The customer of question 1{words !== '' && line !== '' && `: ${line}`}
      </span>
    </p>
  )
}
