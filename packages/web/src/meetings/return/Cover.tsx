import type { AnswerLines, CoverSheet } from '@foreword/core/meetings/returning'
import { useBars } from '../../narratives/changed/bars.ts'
import { useChangedLines } from '../../narratives/changed/useChangedLines.ts'
import { changedPages } from '../../narratives/changed/words.ts'
import { Button } from '../../ui/Button.tsx'
import { useRoomNow } from '../room/context.ts'
import { dayInside } from '../words.ts'
import { Go } from './Go.tsx'
import { Place, Returned, YourReturned } from './Returned.tsx'
import { actionWords, answerWords, decisionWords, noChangesWords } from './words.ts'

interface Props {
  cover: CoverSheet
  /** Turns to a line of the pages below; without it they are elsewhere, and a link leads there. */
  onGo?: ((line: number) => void) | undefined
}

/** R17: what a reader returns to. A sheet before the first page, outside their count, read in the same silence. */
export function Cover({ cover, onGo }: Props) {
  const { name } = useRoomNow()
  const { since, own, others, actions } = cover
  return (
    <section
      aria-label="Cover sheet"
      className="paper px-5 py-8 font-ui sm:px-14 sm:py-12"
      tabIndex={-1}
      id="cover-sheet"
    >
      <p className="text-small text-ink-3">
        Since the last meeting, on edition {since.edition.number}, {dayInside(new Date(since.at), new Date())}
      </p>
      <p className="mt-2 max-w-measure font-text text-lead text-pretty">{decisionWords(cover, name)}</p>
      {own.length > 0 && (
        <Part title={own.length === 1 ? 'What you asked' : `What you asked · ${own.length}`}>
          {own.map((question) => (
            <YourReturned key={question.id} question={question} onGo={onGo} />
          ))}
        </Part>
      )}
      {others.length > 0 && (
        <Part title={own.length > 0 ? 'What others asked and is open' : 'What was asked and is open'}>
          {others.map((question) => (
            <Returned key={question.id} question={question} onGo={onGo} />
          ))}
        </Part>
      )}
      {actions.length > 0 && (
        <Part title="What was to be done">
          {actions.map((action) => (
            <li key={action.id} className="border-b border-rule py-3 font-text text-read">
              {action.text} <span className="font-ui text-small text-ink-2">{actionWords(action, name)}</span>
            </li>
          ))}
        </Part>
      )}
      <Changed since={since} onGo={onGo} />
    </section>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-9">
      <h2 className="border-b border-rule pb-2 text-small font-semibold text-ink-2">{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

/** The pages that changed, in words; the reading is still of the whole. */
function Changed({ since, onGo }: { since: CoverSheet['since'] } & Pick<Props, 'onGo'>) {
  const { room } = useRoomNow()
  const [shown, show] = useBars()
  const isCompared = since.isSameDocument && since.edition.id !== room.edition.id
  const changes = useChangedLines(room.edition.id, isCompared ? since.edition.id : undefined)
  const none = noChangesWords(since, room.edition, changes)
  return (
    <section className="mt-9">
      <h2 className="border-b border-rule pb-2 text-small font-semibold text-ink-2">
        {isCompared ? `What changed since edition ${since.edition.number}` : 'What changed'}
      </h2>
      {none !== null && <p className="mt-3 font-text text-read">{none}</p>}
      <ul className="mt-1.5">
        {changedPages(changes ?? []).map(({ page, line, says }) => (
          <li key={page} className="py-1.5 font-text text-read">
            {line === null ? (
              `Page ${page}`
            ) : (
              <Go page={page} line={line} onGo={onGo}>
                Page {page}
              </Go>
            )}
            : {says}.
          </li>
        ))}
      </ul>
      {changes !== undefined && changes.length > 0 && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3 text-small text-ink-3">
          <span>
            {shown ? 'A bar in the margin marks each of these lines.' : 'No bars stand in the margin.'}
            <span className="pointer-coarse:hidden">
              {' '}
              <kbd>J</kbd> and <kbd>K</kbd> go to the next and the one before.
            </span>{' '}
            Read the whole all the same.
          </span>
          <Button
            kind="bare"
            className="-mx-3.5"
            shortcut="B"
            aria-pressed={shown}
            onClick={() => show(!shown)}
          >
            {shown ? 'Hide the bars' : 'Show the bars'}
          </Button>
        </p>
      )}
    </section>
  )
}

/** F5: of a question that is carried forward, the lines of this edition that were to answer it. */
export function AnsweredThen({ answer, onGo }: { answer: AnswerLines; onGo: (line: number) => void }) {
  return <Place says={answerWords(answer)} lines={answer} onGo={onGo} />
}
