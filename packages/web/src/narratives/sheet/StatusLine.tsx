import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { writerClass } from '@foreword/document/suggestions/stamp'
import type { ReactNode } from 'react'
import type { DraftState } from '../../live/draft.ts'
import { Characters } from '../Characters.tsx'
import type { Kind } from './kind.ts'
import { minutes } from './minutes.ts'
import { saying } from './saying.ts'

interface Props {
  layout: DraftLayout | undefined
  page: number
  kind: Kind | undefined
  draft: DraftState
  me: string
  onOutline: () => void
  /** At the left on a phone, where the margin is a panel: what opens it. */
  notes?: ReactNode
}

/** The quiet line at the foot: what the typesetter and the disk say. */
export function StatusLine({ layout, page, kind, draft, me, onOutline, notes }: Props) {
  const others = draft.people.filter(({ personId }) => personId !== me)
  const { words, why, tone } = saying(draft)
  return (
    <footer className="fixed inset-x-0 bottom-0 z-30 flex items-center gap-x-3.5 border-t border-rule bg-panel px-4 py-2 text-[0.78125rem] whitespace-nowrap text-ink-2 sm:gap-x-5 sm:px-6 print:hidden">
      {layout && (
        <>
          <button
            type="button"
            title="Outline (Ctrl+Alt+O)"
            aria-label={`Page ${page} of ${Math.max(1, layout.pages)}, outline`}
            className="figures underline-offset-3 hover:underline pointer-coarse:py-1.5"
            onClick={onOutline}
          >
            Page {page} of {Math.max(1, layout.pages)}
          </button>
          <Limit
            label="Press release"
            pages={layout.pressReleasePages}
            most={kind?.limits.pressReleasePages ?? null}
          />
          <Limit label="Core" pages={layout.corePages} most={kind?.limits.corePages ?? null} quietWithin />
          <span className="figures hidden sm:inline">{minutes(layout.readingMinutes)} to read</span>
          {layout.missingGlyphs.length > 0 && (
            <span className="text-amber" title="Our typefaces do not have them: an empty box is printed">
              <span className="max-sm:hidden">
                Cannot be printed: <Characters of={layout.missingGlyphs} />
              </span>
              <span className="sm:hidden">{layout.missingGlyphs.length} not printed</span>
            </span>
          )}
        </>
      )}
      {notes}
      <ul aria-label="Others here" className="ml-auto flex min-w-0 gap-x-2.5 overflow-hidden max-sm:hidden">
        {others.map(({ personId, name }) => (
          <li key={personId} className={`flex items-center gap-1.5 ${writerClass(personId)}`}>
            <span aria-hidden="true" className="size-1.5 rounded-full bg-[var(--writer)]" />
            {name}
          </li>
        ))}
      </ul>
      <span
        role="status"
        title={why}
        className={`max-sm:ml-auto ${{ good: 'text-accent', quiet: 'text-ink-2', needsYou: 'text-amber', refused: 'text-red' }[tone]}`}
      >
        {words}
      </span>
    </footer>
  )
}

interface LimitProps {
  label: string
  pages: number
  most: number | null
  /** Says nothing while it is within its limit. */
  quietWithin?: boolean
}

/** N3: a limit is a finding. It colours the words and stops nothing. */
function Limit({ label, pages, most, quietWithin = false }: LimitProps) {
  const over = most !== null && pages > most
  if (pages === 0 || (quietWithin && !over)) return null
  return (
    <span className={`figures max-sm:hidden ${over ? 'text-amber' : ''}`}>
      {label} {pages} {pages === 1 ? 'page' : 'pages'}
      {over && `, ${pages - most} over`}
    </span>
  )
}
