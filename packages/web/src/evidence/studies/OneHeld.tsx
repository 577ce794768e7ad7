import { spokenDay } from '@foreword/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { HoldForm } from './HoldForm.tsx'
import { type Held, type OfStudy, ofStudy, standingWords } from './studies.ts'
import { useDropping } from './useDropping.ts'

/** What one interview taught, and what is kept of it. */
export function OneHeld({ interview, ...of }: OfStudy & { interview: Held }) {
  const [open, setOpen] = useState<'change' | 'notes' | null>(null)
  const drop = useDropping(of, interview.id, 'It is out of the study, and still among the evidence.')
  if (open === 'change') return <HoldForm {...of} held={interview} onClose={() => setOpen(null)} />
  const { learnt, alias, standing, interviewer, day, notes } = interview
  const which = <span className="sr-only"> “{learnt.slice(0, 60)}”</span>
  return (
    <>
      <p className="max-w-measure font-text text-read whitespace-pre-line wrap-break-word">
        {learnt || 'Not written yet'}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span className="mr-auto min-w-0 wrap-break-word">
          {[alias || 'No alias', standingWords[standing], interviewer.name, spokenDay(day)].join(' · ')}
          {' · '}
          {kept(interview)}
        </span>
        <span className="-mx-3.5 flex flex-wrap">
          {notes === 'kept' && (
            <Button
              kind="bare"
              aria-expanded={open === 'notes'}
              onClick={() => setOpen(open === 'notes' ? null : 'notes')}
            >
              Raw notes{which}
            </Button>
          )}
          {!of.mayNot && (
            <>
              <Button kind="bare" onClick={() => setOpen('change')}>
                Change{which}
              </Button>
              <Button kind="bare" busy={drop.isPending} onClick={drop.out}>
                Take out{which}
              </Button>
            </>
          )}
        </span>
      </div>
      {open === 'notes' && <RawNotes {...of} interview={interview} />}
    </>
  )
}

/** In words: what was said about raw notes, and what became of them. */
function kept({ consent, notes, notesUntil }: Held): string {
  if (notes === 'kept') return `raw notes until ${spokenDay(notesUntil)}`
  if (notes === 'erased') return 'raw notes are erased'
  if (!consent) return 'no consent recorded'
  return consent.given ? 'no raw notes' : 'no raw notes: they said no'
}

function RawNotes({ interview, ...of }: OfStudy & { interview: Held }) {
  const notes = useQuery(
    api.evidence.interviewNotes.queryOptions({
      input: { ...ofStudy(of), interviewId: interview.id },
      gcTime: 0,
    }),
  )
  if (notes.isPending) return <Loading />
  if (notes.isError) return <ErrorNote error={notes.error} retry={() => void notes.refetch()} />
  return (
    <p className="mt-2 max-w-measure border-l-2 border-rule-2 pl-3 text-small whitespace-pre-line wrap-break-word">
      {notes.data.notes || 'They were erased meanwhile.'}
    </p>
  )
}
