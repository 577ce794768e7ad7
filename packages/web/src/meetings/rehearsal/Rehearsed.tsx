import type { Edition } from '@foreword/core/narratives/narrative'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { PageTimes } from '../pace/PageTimes.tsx'
import { lasting } from '../pace/words.ts'
import { notesQuery } from '../reading/notes.ts'
import { useFromTheTop } from '../room/top.ts'
import type { Begun } from './rehearsal.ts'
import { roomMinutes } from './rehearsal.ts'
import { pagesRead, rehearsedSentence } from './words.ts'

interface Props {
  edition: Edition
  seconds: Begun['seconds']
  onAgain: () => void
}

/** What a rehearsal leaves: how long each page took, and the notes that were made. */
export function Rehearsed({ edition, seconds, onAgain }: Props) {
  useFromTheTop()
  const notes = useQuery(notesQuery(edition.id))
  return (
    <div className="mx-auto max-w-measure px-4 pt-16 pb-20 sm:pt-24">
      <title>{`Rehearsed edition ${edition.number}: ${edition.title} · Foreword`}</title>
      <p className="text-ink-2">Rehearsal · edition {edition.number}</p>
      <h1 className="mt-1 font-text text-display font-semibold">You have read it to the end.</h1>
      <p className="mt-3 font-text text-read">{rehearsedSentence(seconds, roomMinutes(edition))}</p>
      <p className="mt-1 text-ink-2">You know what it says; whoever reads it for the first time is slower.</p>
      <PageTimes
        pages={pagesRead(seconds).map(([page, each]) => ({ page, seconds: each, words: lasting(each) }))}
      />
      {notes.data && notes.data.length > 0 && (
        <Section title="Your notes" note="yours alone; they stand beside the pages in the room, too">
          <ul className="flex flex-col gap-3">
            {notes.data.map(({ id, text, anchor }) => (
              <li key={id} className="border-l-2 border-rule-2 pl-3.5">
                <p className="text-small text-ink-3">
                  {anchor ? `line ${anchor.line}` : 'the whole document'}
                </p>
                <p className="wrap-break-word whitespace-pre-wrap">{text}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="mt-8 flex flex-wrap gap-2">
        <ButtonLink kind="go" href={paths.draft({ narrativeId: edition.narrativeId })}>
          To the draft
        </ButtonLink>
        <Button onClick={onAgain}>Rehearse again</Button>
        <ButtonLink kind="bare" href={paths.edition({ editionId: edition.id })}>
          Back to the edition
        </ButtonLink>
      </div>
    </div>
  )
}
