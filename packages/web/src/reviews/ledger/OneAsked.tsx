import { spokenDay } from '@foreword/core/calendar'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Entry } from './entry.ts'
import { SettleForm } from './SettleForm.tsx'

/** `mayEdit`: whoever looks may edit the idea, and so say what becomes of any question. */
export function OneAsked({ entry, mayEdit }: { entry: Entry; mayEdit: boolean }) {
  const [settling, setSettling] = useState(false)
  const me = useMe().person
  const { text, anchor, asker, by, askedAt } = entry
  const mine = by === me.id
  const owesIt = entry.state.name === 'research-owed' && entry.state.owner === me.id
  const mayBeSettled = entry.state.name !== 'withdrawn' && (owesIt || mayEdit)
  return (
    <>
      <p className="max-w-measure font-text text-read whitespace-pre-line italic">{text}</p>
      {anchor && <p className="mt-1 max-w-measure text-small text-ink-2">On “{anchor.quote}”</p>}
      <p className="mt-1 text-small text-ink-2">
        {mine ? 'You' : (asker?.name ?? 'Whoever asked did not say')} · <RelativeTime at={askedAt} />
        <Where entry={entry} />
      </p>
      <p className="mt-1 text-small">
        <Became entry={entry} />
      </p>
      {mine && isEnded(entry) && <Say entry={entry} />}
      {settling && <SettleForm entry={entry} onClose={() => setSettling(false)} />}
      {!settling && mayBeSettled && (
        <Button
          kind={owesIt ? 'plain' : 'bare'}
          className={`mt-2 ${owesIt ? '' : '-ml-3.5'}`}
          onClick={() => setSettling(true)}
        >
          {owesIt ? 'Answer it' : 'Say what becomes of it'}
          <span className="sr-only"> “{text.slice(0, 60)}”</span>
        </Button>
      )}
    </>
  )
}

/** Of what is owed there is nothing to say yet. */
const isEnded = ({ state: { name } }: Entry) =>
  name !== 'open' && name !== 'research-owed' && name !== 'withdrawn'

function Where({ entry: { edition, editionId, meetingId, anchor } }: { entry: Entry }) {
  return (
    <>
      {editionId && (
        <>
          {' · '}
          <TextLink href={paths.edition({ editionId })}>
            edition {edition}
            {anchor && `, line ${anchor.line}`}
          </TextLink>
        </>
      )}
      {meetingId && (
        <>
          {' · '}
          <TextLink href={paths.meeting({ meetingId })}>its meeting</TextLink>
        </>
      )}
    </>
  )
}

/** The end it has, what answers it, and what its asker says of that. */
function Became({ entry }: { entry: Entry }) {
  const { state, owner, accepted, faqBlockId, initiativeId } = entry
  const more =
    state.name === 'answered-in-the-room'
      ? state.answer
      : state.name === 'out-of-scope'
        ? state.because
        : state.name === 'research-owed'
          ? `${owner?.name ?? 'somebody who left'}, by ${spokenDay(state.due)}`
          : ''
  return (
    <>
      <span className="text-accent">{questionStateLabels[state.name]}</span>
      {more !== '' && <span className="text-ink-2">: {more}</span>}
      {(faqBlockId !== null || state.name === 'answered-in-the-document') && (
        <>
          {' · '}
          <TextLink href={paths.narrative({ initiativeId })}>
            {faqBlockId === null ? 'the draft' : 'in the FAQ of the draft'}
          </TextLink>
        </>
      )}
      {accepted !== null && (
        <span className={accepted ? 'text-ink-2' : 'text-amber'}>
          {' · '}
          {accepted ? 'the asker says that it answers' : 'not yet, the asker says'}
        </span>
      )}
    </>
  )
}

function Say({ entry: { id, accepted, text } }: { entry: Entry }) {
  const say = useMutation(
    api.reviews.acceptAnswer.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.reviews.key() }),
    }),
  )
  const which = <span className="sr-only"> “{text.slice(0, 60)}”</span>
  const choose = (to: boolean) =>
    say.mutate(
      { questionId: id, accepted: to },
      {
        onSuccess: () =>
          notifyUndo(to ? 'You said that it answers.' : 'You said: not yet.', () =>
            say.mutate({ questionId: id, accepted }),
          ),
      },
    )
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button aria-pressed={accepted === true} busy={say.isPending} onClick={() => choose(true)}>
        That answers it{which}
      </Button>
      <Button aria-pressed={accepted === false} busy={say.isPending} onClick={() => choose(false)}>
        Not yet{which}
      </Button>
      {say.isError && <ErrorNote error={say.error} />}
    </div>
  )
}
