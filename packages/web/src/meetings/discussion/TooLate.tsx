import { createPortal } from 'react-dom'
import { FromBelow } from '../reading/FromBelow.tsx'
import { OwnCard } from '../reading/OwnCard.tsx'
import type { OwnWork } from '../reading/useOwn.ts'

/**
 * What was kept while the line was cut and the server would not take: not asked in the open without its asker knowing.
 * Over the whole room, for a phone shows the page or the questions.
 */
export function TooLate({ work }: { work: OwnWork }) {
  const late = work.items.filter(({ at }) => at === 'refused')
  if (late.length === 0) return null
  return createPortal(
    <FromBelow label="Not asked yet">
      <div className="flex flex-col gap-5 rounded bg-sheet p-4 text-small shadow-float">
        {late.map((own) => (
          <OwnCard key={own.id} own={own} work={work} sealed={false} quoted />
        ))}
      </div>
    </FromBelow>,
    document.body,
  )
}
