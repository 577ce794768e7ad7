import { assumptionStateLabels } from '@foreword/core/evidence/assumptions'
import type { OpenAssumption, StalePassage } from '@foreword/core/narratives/checks'
import type { ReactNode } from 'react'
import { useTracking } from '../../evidence/assumptions/useTracking.ts'
import { stateInk } from '../../evidence/assumptions/words.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { dayWords } from '../edition/RestsOn.tsx'
import { type Kind, labelOf } from '../sheet/kind.ts'

interface Props {
  narrative: { id: Parameters<typeof useTracking>[0]; initiativeId: string }
  assumptions: readonly OpenAssumption[]
  stale: readonly StalePassage[]
  kind: Kind | undefined
  onGo: (at: OpenAssumption['at']) => void
  onClose: () => void
}

/** W8: what the draft assumes and says so, in its order, and what in it rests on what fell; each leads to its place. */
export function Assumptions({ narrative, assumptions, stale, kind, onGo, onClose }: Props) {
  const { track, isPending } = useTracking(narrative.id)
  return (
    <Dialog
      title="Open assumptions"
      lead="What stands in [square brackets] is assumed and not yet known. Find it out, or let the room see it."
      open
      onClose={onClose}
    >
      {stale.length > 0 && (
        <section aria-labelledby="stale" className="mb-5">
          <h3 id="stale" className="text-small font-semibold text-ink-2">
            Rests on what no longer holds
          </h3>
          <ul className="mt-1">
            {stale.map(({ passageId, quote, state, statement, since, because, at, part }) => (
              <Entry key={passageId} text={quote} part={labelOf(kind, part)} onGo={() => onGo(at)}>
                <p className="text-small">
                  <b className={`font-medium ${stateInk[state]}`}>
                    {state === 'refuted' ? 'Refuted' : 'Changed'} on {dayWords(since)}
                  </b>
                  {state === 'refuted' ? '' : `: ${statement}`}
                  {because !== '' && <span className="block font-text text-ink-2">“{because}”</span>}
                </p>
              </Entry>
            ))}
          </ul>
        </section>
      )}
      <ul aria-label="In brackets" className="flex flex-col">
        {assumptions.map((assumption) => (
          <Entry
            key={`${assumption.at.blockId} ${assumption.at.from}`}
            text={assumption.text}
            part={labelOf(kind, assumption.part)}
            onGo={() => onGo(assumption.at)}
            aside={
              assumption.tracked ? (
                <span className={`py-2.5 text-small ${stateInk[assumption.tracked.state]}`}>
                  {assumptionStateLabels[assumption.tracked.state]}
                </span>
              ) : (
                <Button className="mt-1.5" busy={isPending(assumption)} onClick={() => track(assumption)}>
                  Track it<span className="sr-only"> “{assumption.text.slice(0, 60)}”</span>
                </Button>
              )
            }
          />
        ))}
      </ul>
      <p className="mt-4 text-small text-ink-2">
        What became of each is said under{' '}
        <TextLink href={paths.ideaAssumptions({ initiativeId: narrative.initiativeId })}>
          Assumptions
        </TextLink>
        .
      </p>
    </Dialog>
  )
}

interface EntryProps {
  text: string
  part: string
  onGo: () => void
  aside?: ReactNode
  children?: ReactNode
}

function Entry({ text, part, onGo, aside, children }: EntryProps) {
  return (
    <li className="border-t border-rule first:border-t-0">
      <div className="flex items-start justify-between gap-3">
        <button
          type="button"
          onClick={onGo}
          className="min-w-0 flex-1 rounded-small py-2.5 text-left wrap-break-word hover:text-accent"
        >
          <span className="font-text">{text}</span>
          <span className="block text-small text-ink-3">{part}</span>
        </button>
        {aside}
      </div>
      {children && <div className="-mt-1 pb-2.5">{children}</div>}
    </li>
  )
}
