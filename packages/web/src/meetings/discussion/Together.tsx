import type { RoomQuestion } from '@foreword/core/meetings/room'
import { ActButton, whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { EndedAs } from './EndedAs.tsx'
import type { Item } from './items.ts'
import { Said } from './Note.tsx'
import { isOpen, lineWords } from './queue.ts'

/** R8: the others of a cluster: every original with its asker and its own end, and a way to let it stand alone. */
export function Together({ item, onLine }: { item: Item; onLine: (line: number) => void }) {
  const others = item.questions.filter((question) => question !== item.lead)
  if (others.length === 0) return null
  return (
    <ul aria-label="Asked in other words" className="mt-4 border-b border-rule">
      {others.map((question) => (
        <Other key={question.id} question={question} onLine={onLine} />
      ))}
    </ul>
  )
}

function Other({ question, onLine }: { question: RoomQuestion; onLine: (line: number) => void }) {
  const { room, name } = useRoomNow()
  const asker = question.by === null ? null : question.mine ? 'you' : name(question.by)
  return (
    <li className="border-t border-rule py-2.5">
      <div className="flex items-baseline gap-3">
        <p className="min-w-0 flex-1 font-text text-read wrap-break-word">
          {question.anchor && (
            <span className="mr-2 font-ui text-small text-ink-3 figures">{lineWords(question)}</span>
          )}
          {question.text} {asker !== null && <span className="text-ink-3">{asker}</span>}
          {question.must && <span className="text-small text-amber"> before a yes</span>}
        </p>
        {whyNotNow(room, 'splitQuestions') === undefined && (
          <ActButton act="splitQuestions" given={{ questionIds: [question.id] }} kind="bare" className="px-2">
            Split off
          </ActButton>
        )}
      </div>
      {!isOpen(question) && (
        <div className="-mt-2 text-small">
          <EndedAs question={question} onLine={onLine} />
        </div>
      )}
      {question.note && (
        <div className="mt-1.5 text-small">
          <Said note={question.note} />
        </div>
      )}
    </li>
  )
}
