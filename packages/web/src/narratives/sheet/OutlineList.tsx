import type { ContentsEntry, ContentsPlace } from '@foreword/document/outline'

/** What an outline shows of a part. */
export interface OutlinePart {
  block: string
  label: string
  /** The text block it begins with. */
  first: string | null
  entries: readonly ContentsEntry[]
  isWritten: boolean
}

interface Props {
  parts: readonly OutlinePart[]
  /** The typesetter's page of a text block; undefined until it has been set. */
  pageOf: (block: string) => number | undefined
  place: ContentsPlace | null
  onGo: (block: string) => void
  /** Headings and questions of every part, or only of the one that one is in. */
  shows: 'all' | 'here'
}

/** The parts in order with what stands in them, their pages, and where one is. */
export function OutlineList({ parts, pageOf, place, onGo, shows }: Props) {
  return (
    <ol className={`outline-list ${shows === 'here' ? 'is-beside' : ''}`}>
      {parts.map(({ block, label, first, entries, isWritten }) => {
        const isHere = place?.part === block
        return (
          <li key={block}>
            <Line
              words={label}
              page={first === null ? undefined : pageOf(first)}
              isHere={isHere && (place.entry === null || shows === 'here')}
              isWritten={isWritten}
              onGo={() => onGo(block)}
            />
            {entries.length > 0 && (shows === 'all' || isHere) && (
              <ol>
                {entries.map((entry) => (
                  <li key={entry.block} data-level={entry.level}>
                    <Line
                      words={entry.number === null ? entry.words : `${entry.number}. ${entry.words}`}
                      page={pageOf(entry.block)}
                      isHere={isHere && place.entry === entry.block}
                      isWritten
                      onGo={() => onGo(entry.block)}
                    />
                  </li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ol>
  )
}

interface LineProps {
  words: string
  page: number | undefined
  isHere: boolean
  isWritten: boolean
  onGo: () => void
}

function Line({ words, page, isHere, isWritten, onGo }: LineProps) {
  return (
    <button
      type="button"
      title={words}
      aria-current={isHere ? 'location' : undefined}
      className={isWritten ? '' : 'is-unwritten'}
      onClick={onGo}
    >
      <span className="words">{words}</span>
      {!isWritten && <span className="sr-only">, not written</span>}
      {page !== undefined && (
        <>
          <span className="sr-only">, page </span>
          <span className="page">{page}</span>
        </>
      )}
    </button>
  )
}
