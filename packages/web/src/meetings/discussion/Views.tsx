export type View = 'page' | 'questions' | 'wants' | 'end'

interface Props {
  view: View
  /** The page stands beside and needs no tab. */
  two: boolean
  /** How many questions have no end yet. */
  open: number
  onView: (view: View) => void
}

/** What the right-hand side shows; on a phone, what the screen shows. */
export function Views({ view, two, open, onView }: Props) {
  const titles: Record<View, string> = {
    page: 'The page',
    questions: open > 0 ? `Questions · ${open}${two ? ' open' : ''}` : 'Questions',
    // all four fit side by side on a phone
    wants: two ? 'Would they want it?' : 'Want it?',
    end: 'How it ends',
  }
  const shown: View[] = two ? ['questions', 'wants', 'end'] : ['page', 'questions', 'wants', 'end']
  const current = two && view === 'page' ? 'questions' : view
  return (
    <nav aria-label="The room" className="talk-views">
      {shown.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={current === each ? 'true' : undefined}
          className="-mb-px border-b-2 border-transparent py-2 whitespace-nowrap text-ink-2 outline-offset-[-2px] hover:text-ink aria-[current=true]:border-accent aria-[current=true]:text-ink pointer-coarse:py-3"
          onClick={() => onView(each)}
        >
          {titles[each]}
        </button>
      ))}
    </nav>
  )
}
